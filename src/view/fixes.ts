/** "How to fix it": from the failure of a run to the change of the scenario that mends it. */
import type { ScenarioPatch } from '../lab/scenario-patch.ts';
import type { AnchorId, CertificateFault, ChainItem, RootId, Scenario } from '../lab/scenario.ts';
import type { Trace } from '../lab/trace.ts';
import type { PathResult } from '../x509/path/result.ts';
import { groupByCode } from '../tls/registry/groups.ts';
import { clockPatch } from './configure-clock.ts';
import { suiteLabel } from './configure-names.ts';
import { clientRootName, rootName, toggledRoot } from './root-store.ts';
import { failedStep } from './trust.ts';

/** What the texts and the lines of configuration quote. */
export interface FixFacts {
  readonly host: string;
  /** Names the certificate gets. */
  readonly names: readonly string[];
  /** Before and after, in the words of the configuration file. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Root that is switched on, or under which the new certificate hangs. */
  readonly root?: string;
  /** Days by which the clock is off; negative when it runs behind. */
  readonly days?: number;
}

export type FixId =
  | 'send-intermediate'
  | 'send-leaf'
  | 'trust-root'
  | 'public-ca'
  | 'stronger-root'
  | 'renew'
  | 'issue-now'
  | 'set-clock'
  | 'add-name'
  | 'accept-suite'
  | 'accept-group'
  | 'enable-version'
  | 'update-browser'
  | 'accept-protocol'
  | 'offer-schemes'
  | 'present-certificate'
  | 'leave-root'
  | 'reissue-leaf'
  | 'install-genuine'
  | 'new-key'
  | 'good-intermediate'
  | 'update-store'
  | 'allow-name'
  | 'drop-level'
  | 'renew-client'
  | 'accept-client-root'
  | 'share-key'
  | 'staple';

export interface Fix {
  readonly id: FixId;
  readonly facts: FixFacts;
  readonly patch: ScenarioPatch;
}

/** The root this laboratory falls back on: strong, known to every preset, and not fallen. */
function goodRoot(fallen: readonly AnchorId[] = []): RootId {
  return fallen.includes('lakeside') ? 'meridian' : 'lakeside';
}
/** Days a fresh certificate is good for, from the day before it was issued. */
const fresh = [-1, 89] as const;

/** Mends the failure that the run reports; what else is wrong shows in the next run. Undefined for runs that completed. */
export function fixFor(trace: Trace, wallClock: number): Fix | undefined {
  const step = failedStep(trace);
  if (!step || trace.outcome.kind !== 'failed') return undefined;
  const path = step.kind === 'local' && step.work === 'validate_chain' ? step.path : undefined;
  const code = path?.failure?.code ?? trace.outcome.error.code;
  if (step.kind === 'local' && step.work === 'validate_client_chain') return mendClient(trace.scenario);
  const { scenario } = trace;
  return mendFault(scenario, code) ?? fixes[code]?.(scenario, { wallClock, ...(path && { path }) });
}

/** Faults the scenario asked for, by the failures they lead to, and what mends them. */
const causes: readonly {
  readonly fault: CertificateFault;
  readonly codes: readonly string[];
  readonly fix: FixId;
}[] = [
  { fault: 'self-signed', codes: ['self-signed'], fix: 'reissue-leaf' },
  { fault: 'no-san', codes: ['no-names', 'common-name-not-listed'], fix: 'reissue-leaf' },
  { fault: 'sha1', codes: ['weak-algorithm'], fix: 'reissue-leaf' },
  { fault: 'weak-key', codes: ['weak-key'], fix: 'new-key' },
  { fault: 'tampered', codes: ['bad-signature', 'not-der'], fix: 'install-genuine' },
  { fault: 'impostor', codes: ['bad-signature'], fix: 'install-genuine' },
  { fault: 'other-issuer-name', codes: ['issuer-not-found'], fix: 'install-genuine' },
  { fault: 'other-key-id', codes: ['key-identifier-mismatch'], fix: 'reissue-leaf' },
  { fault: 'critical-extension', codes: ['unknown-critical-extension'], fix: 'reissue-leaf' },
  {
    fault: 'leaf-is-ca',
    codes: ['leaf-is-a-ca', 'misplaced-extension', 'key-cert-sign-without-ca'],
    fix: 'reissue-leaf',
  },
  { fault: 'client-purpose', codes: ['wrong-purpose'], fix: 'reissue-leaf' },
  { fault: 'no-signing', codes: ['no-digital-signature', 'no-key-usage'], fix: 'reissue-leaf' },
  { fault: 'revoked', codes: ['revoked'], fix: 'new-key' },
  { fault: 'intermediate-expired', codes: ['expired'], fix: 'good-intermediate' },
  {
    fault: 'intermediate-not-ca',
    codes: ['not-a-ca', 'no-key-cert-sign', 'missing-extension'],
    fix: 'good-intermediate',
  },
  {
    fault: 'intermediate-no-constraints',
    codes: ['not-a-ca', 'key-cert-sign-without-ca', 'missing-extension'],
    fix: 'good-intermediate',
  },
  { fault: 'intermediate-no-cert-sign', codes: ['no-key-cert-sign'], fix: 'good-intermediate' },
  { fault: 'intermediate-tampered', codes: ['bad-signature', 'not-der'], fix: 'good-intermediate' },
  { fault: 'path-length', codes: ['path-too-long'], fix: 'drop-level' },
  {
    fault: 'name-constraints',
    codes: ['name-not-permitted', 'unknown-critical-extension'],
    fix: 'allow-name',
  },
];

function mendFault(scenario: Scenario, code: string): Fix | undefined {
  const { faults, sends } = scenario.server;
  const cause = causes.find(({ fault, codes }) => faults.includes(fault) && codes.includes(code));
  if (cause === undefined) return mendRoot(scenario, code) ?? mendStaple(scenario, code);
  return make(cause.fix, scenario, {
    server: {
      faults: faults.filter((fault) => fault !== cause.fault),
      // What was said about the old certificate is not said about the new one.
      ...(scenario.server.staple === 'revoked' && { staple: 'good' }),
      ...(cause.fault === 'self-signed' && { sends: fullChain(sends) }),
    },
  });
}

/** An ended root is replaced in the store: by the modern one where the chain is cross-signed. */
function mendRoot(scenario: Scenario, code: string): Fix | undefined {
  const { server, browser } = scenario;
  const { faults } = server;
  if (code === 'distrusted')
    return make('leave-root', scenario, underGoodRoot(scenario, browser.compromised), {
      root: rootName(goodRoot(browser.compromised)),
    });
  if (code !== 'expired' && code !== 'root-not-trusted') return undefined;
  if (faults.includes('old-root-expired') && !browser.roots.includes(server.issuer))
    return make(
      'update-store',
      scenario,
      { browser: { roots: toggledRoot(browser.roots, server.issuer) } },
      { root: rootName(server.issuer) },
    );
  if (code === 'expired' && faults.includes('root-expired'))
    return make('update-store', scenario, {
      server: { faults: faults.filter((fault) => fault !== 'root-expired') },
    });
  return undefined;
}

/** Word about revocation that is missing, stale or bad news. A browser that insists has to ask for it, too. */
function mendStaple(scenario: Scenario, code: string): Fix | undefined {
  switch (code) {
    case 'revoked':
      return make('new-key', scenario, { server: { staple: 'good' } });
    case 'staple-missing':
    case 'bad-staple':
    case 'status-unknown':
      return make('staple', scenario, { browser: { statusRequest: true }, server: { staple: 'good' } });
    default:
      return undefined;
  }
}

/** What the server found wrong with the browser's certificate. */
function mendClient(scenario: Scenario): Fix {
  const { browser, server } = scenario;
  if (browser.clientCertificate === 'valid')
    return make(
      'accept-client-root',
      scenario,
      { server: { clientRoots: [...new Set([...server.clientRoots, 'staff' as const])] } },
      { root: clientRootName('staff') },
    );
  return make('renew-client', scenario, {
    browser: { clientCertificate: 'valid' },
    server: { clientRoots: [...new Set([...server.clientRoots, 'staff' as const])] },
  });
}

interface Context {
  readonly wallClock: number;
  readonly path?: PathResult;
}

type Mend = (scenario: Scenario, context: Context) => Fix | undefined;

const fixes: Readonly<Record<string, Mend>> = {
  'issuer-not-found': (scenario) => {
    const { sends } = scenario.server;
    return sends.includes('intermediate')
      ? trust(scenario)
      : make('send-intermediate', scenario, { server: { sends: fullChain(sends) } });
  },
  'root-not-trusted': (scenario) => trust(scenario),
  'self-signed': (scenario) => trust(scenario),
  'no-certificate': sendLeaf,
  'empty-server-certificate': sendLeaf,
  'weak-key': (scenario) =>
    make('stronger-root', scenario, underGoodRoot(scenario), { root: rootName(goodRoot()) }),
  expired: (scenario, context) => dates(scenario, context, 'renew'),
  'not-yet-valid': (scenario, context) => dates(scenario, context, 'issue-now'),
  'name-mismatch': addName,
  'no-names': addName,
  // Without the leaf the first certificate is an authority's: it has no names and may not serve.
  'leaf-is-a-ca': (scenario) => (scenario.server.sends.includes('leaf') ? undefined : sendLeaf(scenario)),
  'no-digital-signature': (scenario) =>
    scenario.server.sends.includes('leaf') ? undefined : sendLeaf(scenario),
  'wrong-purpose': (scenario) => (scenario.server.sends.includes('leaf') ? undefined : sendLeaf(scenario)),
  'no-purpose': (scenario) => (scenario.server.sends.includes('leaf') ? undefined : sendLeaf(scenario)),
  'bad-binder': (scenario) => {
    const { psk } = scenario.server;
    if (psk === null || scenario.browser.psk?.identity !== psk.identity) return undefined;
    const keys = { before: [scenario.browser.psk.key], after: [psk.key] };
    return make('share-key', scenario, { browser: { psk } }, keys);
  },
  'no-common-cipher-suite': (scenario) => {
    const before = scenario.server.suites;
    const after = [...before, ...scenario.browser.suites];
    return make(
      'accept-suite',
      scenario,
      { server: { suites: after } },
      { before: before.map(suiteLabel), after: after.map(suiteLabel) },
    );
  },
  // Whoever is behind moves: both lists of the other side, so that one press is enough.
  'no-common-version': (scenario) => {
    const { browser, server } = scenario;
    if (Math.max(...browser.versions) >= 0x0303) {
      return make('enable-version', scenario, {
        server: { versions: [...browser.versions, ...server.versions], suites: browser.suites },
      });
    }
    return make('update-browser', scenario, {
      browser: {
        versions: server.versions,
        suites: server.suites,
        groups: server.groups,
        keyShares: server.groups.slice(0, 1),
      },
    });
  },
  'no-common-group': (scenario) => {
    const before = scenario.server.groups;
    const after = [...before, ...scenario.browser.groups];
    return make(
      'accept-group',
      scenario,
      { server: { groups: after } },
      { before: before.map(opensslGroup), after: after.map(opensslGroup) },
    );
  },
  'no-common-protocol': (scenario) => {
    const before = scenario.server.alpn;
    const after = [...before, ...scenario.browser.alpn];
    return make('accept-protocol', scenario, { server: { alpn: after } }, { before, after });
  },
  'no-common-signature-scheme': (scenario) => {
    const missing = scenario.server.signatureSchemes.filter(
      (code) => !scenario.browser.signatureSchemes.includes(code),
    );
    return make('offer-schemes', scenario, {
      browser: { signatureSchemes: [...scenario.browser.signatureSchemes, ...missing] },
    });
  },
  'certificate-required': (scenario) =>
    make('present-certificate', scenario, { browser: { clientCertificate: 'valid' } }),
};

/** A root the store knows but has switched off can be switched on; one nobody knows has to be replaced. */
function trust(scenario: Scenario): Fix | undefined {
  const { issuer } = scenario.server;
  if (issuer === 'own')
    return make('public-ca', scenario, underGoodRoot(scenario), { root: rootName(goodRoot()) });
  if (issuer === 'fennick')
    return make('stronger-root', scenario, underGoodRoot(scenario), { root: rootName(goodRoot()) });
  if (scenario.browser.roots.includes(issuer)) return undefined;
  return make(
    'trust-root',
    scenario,
    { browser: { roots: toggledRoot(scenario.browser.roots, issuer) } },
    { root: rootName(issuer) },
  );
}

function underGoodRoot(scenario: Scenario, fallen: readonly AnchorId[] = []): ScenarioPatch {
  const { roots } = scenario.browser;
  const issuer = goodRoot(fallen);
  return {
    server: { issuer },
    ...(!roots.includes(issuer) && { browser: { roots: toggledRoot(roots, issuer) } }),
  };
}

/** Who moved the clock sets it right; otherwise the certificate is what is out of date. */
function dates(
  scenario: Scenario,
  { wallClock }: Context,
  otherwise: 'renew' | 'issue-now',
): Fix | undefined {
  if (scenario.clock !== null) {
    const patch = clockPatch(scenario, null, wallClock);
    const [from = 0, to = 0] = patch.server?.validity ?? [];
    const days = Math.round((scenario.clock - wallClock) / 86_400_000);
    if (from <= 0 && to >= 0) return make('set-clock', scenario, patch, { days });
  }
  return make(otherwise, scenario, { server: { validity: fresh } });
}

function addName(scenario: Scenario): Fix | undefined {
  const { serverName } = scenario.browser;
  if (!scenario.server.sends.includes('leaf')) return sendLeaf(scenario);
  const names = [...new Set([serverName, ...scenario.server.names])];
  return make('add-name', scenario, { server: { names } }, { names });
}

/** Leaf first, then its intermediate, then whatever else was sent. */
function fullChain(sends: readonly ChainItem[]): readonly ChainItem[] {
  return [...new Set<ChainItem>(['leaf', 'intermediate', ...sends])];
}

function sendLeaf(scenario: Scenario): Fix {
  return make('send-leaf', scenario, { server: { sends: ['leaf', 'intermediate'] } });
}

function make(id: FixId, scenario: Scenario, patch: ScenarioPatch, facts: Partial<FixFacts> = {}): Fix {
  return {
    id,
    patch,
    facts: {
      host: scenario.browser.serverName,
      names: scenario.server.names,
      before: [],
      after: [],
      ...facts,
    },
  };
}

/** nginx hands the list to OpenSSL, which calls the NIST curves by their older names. */
function opensslGroup(code: number): string {
  const name = groupByCode(code)?.name ?? '';
  return { x25519: 'X25519', secp256r1: 'prime256v1' }[name] ?? name;
}
