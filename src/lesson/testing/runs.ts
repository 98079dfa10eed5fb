/** Real runs for tests of texts: every preset, and runs that vary what the texts tell apart. Made once per file. */
import { issueDemoPki } from '../../authority/issue.ts';
import { KeyRing } from '../../authority/key-ring.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { presets } from '../../lab/presets.ts';
import { run } from '../../lab/run.ts';
import type { BrowserConfig, Scenario, ServerConfig } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';

export const clock = Date.UTC(2026, 10, 23, 19, 17);

function variant(
  browser: Partial<BrowserConfig>,
  server: Partial<ServerConfig>,
  keyUpdate = false,
): Scenario {
  const { tls13 } = presets;
  return {
    ...tls13,
    browser: { ...tls13.browser, ...browser },
    server: { ...tls13.server, ...server },
    keyUpdate,
  };
}

const all = ['leaf', 'intermediate', 'root'] as const;

export const scenarios: Readonly<Record<string, Scenario>> = {
  ...presets,
  'key update, padding, no ALPN': variant({ padding: 32, alpn: [] }, { alpn: [] }, true),
  'browser decides, no SNI, no GREASE, Ed25519': variant(
    { sni: false, grease: false, compatibilityMode: false },
    { preference: 'browser', keyType: 'ed25519' },
  ),
  'one group, root sent': variant(
    { groups: [0x001d], keyShares: [0x001d], suites: [0x1303, 0x1301] },
    { sends: all },
  ),
  'AES-256': variant({ suites: [0x1302] }, {}),
  cookie: variant({}, { cookie: true }),
  'no share, cookie': variant({ keyShares: [] }, { cookie: true, alpn: [] }),
  'no common group': variant({ groups: [0x001d], keyShares: [0x001d] }, { groups: [0x0017] }),
  'no common scheme': variant({ signatureSchemes: [0x0403] }, { keyType: 'rsa' }),
  'no common protocol': variant({ alpn: ['h2'] }, {}),
  'client certificate required, none sent': variant({}, { clientAuth: 'require' }),
  'leaf not sent': variant({}, { sends: ['intermediate'] }),
  'nothing sent': variant({}, { sends: [] }),
  'root switched off': variant({ roots: ['harbour'] }, {}),
  'not yet valid': variant({}, { validity: [5, 60] }),
  'expired and wrong host': variant({}, { validity: [-60, -5], names: ['x.example'] }),
  'IP address': variant({ serverName: '192.0.2.1' }, {}),
};

const providers = createProvider();
const ring = providers.then((provider) => new KeyRing({ provider, subtle: globalThis.crypto.subtle }));

export async function runOnce(scenario: Scenario): Promise<Trace> {
  const [provider, keys] = await Promise.all([providers, ring]);
  return run(scenario, {
    provider,
    now: () => 0,
    wallClock: () => clock,
    issue: (request, at) => issueDemoPki(keys, { ...request, clock: at }),
  });
}

export async function runAll(): Promise<ReadonlyMap<string, Trace>> {
  const traces = new Map<string, Trace>();
  for (const [name, scenario] of Object.entries(scenarios)) traces.set(name, await runOnce(scenario));
  return traces;
}
