/** The faults of a scenario as a form shows them: dates and names apart, all others as boxes. */
import type { CertificateFault, ChainItem, Scenario, ServerConfig } from '../lab/scenario.ts';
import { toggledItem } from './chain-editor.ts';

export const periods = {
  good: [-53, 37],
  expired: [-97, -7],
  'not-yet': [5, 95],
  long: [-30, 1795],
} as const satisfies Readonly<Record<string, ServerConfig['validity']>>;
export type Period = keyof typeof periods;
export type Hosts = 'right' | 'other';

export function periodOf({ validity: [from, to] }: ServerConfig): Period {
  if (to < 0) return 'expired';
  if (from > 0) return 'not-yet';
  return to - from > 398 ? 'long' : 'good';
}

/** Roughly, for the form: the check itself is the validator's. */
export function hostsOf({ browser, server }: Scenario): Hosts {
  const { serverName } = browser;
  const wildcard = serverName.replace(/^[^.]+/, '*');
  return server.names.some((name) => name === serverName || name === wildcard) ? 'right' : 'other';
}

/** The fault put in or taken out; what only makes sense with another message brings that along. */
export function faultPatch(server: ServerConfig, fault: CertificateFault): Partial<ServerConfig> {
  const on = !server.faults.includes(fault);
  const faults = on ? [...server.faults, fault] : server.faults.filter((other) => other !== fault);
  const sending = (item: ChainItem): readonly ChainItem[] =>
    server.sends.includes(item) === on ? server.sends : toggledItem(server.sends, item);
  if (fault === 'path-length') return { faults, sends: sending('sub-ca') };
  if (fault === 'cross-sign-expired' || fault === 'old-root-expired')
    return { faults, sends: on ? sending('cross-sign') : server.sends };
  return { faults };
}
