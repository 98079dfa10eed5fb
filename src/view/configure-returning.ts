/** The switches of Configure about keys from before: tickets, early data, PSKs. Each is one patch of a scenario. */
import type { ScenarioPatch } from '../lab/scenario-patch.ts';
import { demoKey, presets } from '../lab/presets.ts';
import type { Scenario } from '../lab/scenario.ts';
import type { SettingPath } from './changes.ts';

export type ReturningId =
  | 'resume'
  | 'sessionId'
  | 'earlyData'
  | 'takesEarlyData'
  | 'keyExchange'
  | 'psk'
  | 'askLate';

export interface ReturningSwitch {
  readonly id: ReturningId;
  readonly on: boolean;
  /** Settings it shows; any of them changed marks it. */
  readonly paths: readonly SettingPath[];
  /** What a press does. */
  readonly patch: ScenarioPatch;
}

const withExchange = [0x01];
const withoutExchange = [0x00];

export function returningSwitches(scenario: Scenario): readonly ReturningSwitch[] {
  const { browser, server, resume } = scenario;
  const exchange = browser.pskModes.length === 0 || browser.pskModes.includes(0x01);
  const both = (modes: readonly number[]): Pick<ScenarioPatch, 'browser' | 'server'> => ({
    browser: { pskModes: modes },
    server: { pskModes: modes },
  });
  const modes = both(exchange ? withExchange : withoutExchange);
  const tickets = {
    resume: 'ticket',
    server: { ...modes.server, tickets: Math.max(1, server.tickets) },
  } as const;
  return [
    {
      id: 'resume',
      on: resume === 'ticket',
      paths: resume === 'session-id' ? [] : ['resume', 'server.tickets'],
      patch:
        resume === 'ticket' ? { resume: 'none', browser: { earlyData: false } } : { ...modes, ...tickets },
    },
    {
      id: 'sessionId',
      on: resume === 'session-id',
      paths: resume === 'session-id' ? ['resume'] : [],
      patch:
        resume === 'session-id' ? { resume: 'none' } : { resume: 'session-id', ...speakingTls12(scenario) },
    },
    {
      id: 'earlyData',
      on: browser.earlyData,
      paths: ['browser.earlyData'],
      patch: browser.earlyData
        ? { browser: { earlyData: false } }
        : {
            resume: 'ticket',
            browser: { ...modes.browser, earlyData: true },
            server: {
              ...tickets.server,
              earlyData: server.earlyData === 'off' ? 'accept' : server.earlyData,
            },
          },
    },
    {
      id: 'takesEarlyData',
      on: server.earlyData === 'accept',
      paths: ['server.earlyData'],
      patch: { server: { earlyData: server.earlyData === 'accept' ? 'refuse' : 'accept' } },
    },
    {
      id: 'keyExchange',
      on: exchange,
      paths: ['browser.pskModes', 'server.pskModes'],
      patch: both(exchange ? withoutExchange : withExchange),
    },
    {
      id: 'psk',
      on: browser.psk !== null,
      paths: ['browser.psk', 'server.psk'],
      patch:
        browser.psk === null
          ? {
              browser: { ...modes.browser, psk: demoKey },
              server: { ...modes.server, psk: server.psk ?? demoKey },
            }
          : { browser: { psk: null }, server: { psk: null } },
    },
    {
      id: 'askLate',
      on: browser.postHandshakeAuth && server.postHandshakeAuth,
      paths: ['browser.postHandshakeAuth', 'server.postHandshakeAuth'],
      patch:
        browser.postHandshakeAuth && server.postHandshakeAuth
          ? { browser: { postHandshakeAuth: false }, server: { postHandshakeAuth: false } }
          : {
              browser: { postHandshakeAuth: true },
              server: {
                postHandshakeAuth: true,
                clientAuth: server.clientAuth === 'none' ? 'request' : server.clientAuth,
              },
            },
    },
  ];
}

/** Only TLS 1.2 has session IDs: where the two would not speak it, what the scenario of that version says. */
function speakingTls12({ browser, server }: Scenario): Pick<ScenarioPatch, 'browser' | 'server'> {
  const version = server.versions.find((one) => browser.versions.includes(one));
  if (version === 0x0303) return { browser: { earlyData: false } };
  const from = presets['tls12-resumption'];
  const lists = ({ versions, suites, groups }: Scenario['browser'] | Scenario['server']) => ({
    versions,
    suites,
    groups,
  });
  return {
    browser: { ...lists(from.browser), keyShares: from.browser.keyShares, earlyData: false },
    server: lists(from.server),
  };
}
