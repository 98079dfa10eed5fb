/** Whether there can be a reproduction kit (kit.ts), asked each time the menu is drawn. */
import type { BrowserConfig } from '../lab/scenario.ts';
import type { Trace } from '../lab/trace.ts';
import { suiteName } from '../tls/registry/names.ts';

/** Why a run cannot be seen again with OpenSSL, curl and nginx. */
export type NoKit =
  | 'not-a-run'
  | 'network'
  | 'psk'
  | 'psk-mode'
  | 'psk-identity'
  | 'two-connections'
  | 'late-authentication'
  | 'no-leaf'
  | 'no-roots'
  | 'revoked-client'
  | 'other-key'
  | 'key-type'
  | 'suite'
  | 'old-version';

/** Undefined where there can be a kit. */
export function noKit(trace: Trace): NoKit | undefined {
  const { source, scenario, trust, steps, negotiated, outcome } = trace;
  const { browser, server, network, resume } = scenario;
  if (network.length > 0 || browser.renegotiate) return 'network';
  if (source.kind !== 'lab') return 'not-a-run';
  const external = browser.psk !== null || server.psk !== null;
  if (external && resume !== 'none') return 'psk';
  // OpenSSL 3.0 neither asks for psk_ke alone nor chooses it.
  if (negotiated.pskMode === 'psk_ke') return 'psk-mode';
  // In TLS 1.2, s_server goes on with its key whatever the client calls its own.
  if (outcome.kind === 'failed' && outcome.error.code === 'unknown-psk-identity') return 'psk-identity';
  if (resume !== 'none' && !comesBack(trace)) return 'two-connections';
  if (server.postHandshakeAuth) return 'late-authentication';
  if (server.sends[0] !== 'leaf') return 'no-leaf';
  if (trust?.browser.store.length === 0) return 'no-roots';
  // The kit carries no revocation lists.
  const revoked = steps.some(
    (step) =>
      step.kind === 'local' &&
      step.work === 'validate_client_chain' &&
      step.path?.failure?.id === 'revocation',
  );
  if (revoked) return 'revoked-client';
  // OpenSSL does not start with a key that is not the certificate's.
  if (server.faults.includes('other-key')) return 'other-key';
  if (!opensslKeys.has(server.keyType)) return 'key-type';
  const versions = [browser, server].map((side) => kitVersions(side));
  if (versions.some((spoken) => spoken.length === 0))
    return [browser, server].some(({ versions: spoken }) => !spoken.some(isKnown)) ? 'old-version' : 'suite';
  const { version, suite } = negotiated;
  if (version !== undefined && suite !== undefined && !opensslKnows(suite, version)) return 'suite';
  // A version that both speak must not be lost for want of a suite.
  const common = browser.versions.filter((version) => isKnown(version) && server.versions.includes(version));
  const kept = common.filter((version) => versions.every((spoken) => spoken.includes(version)));
  return common.length > kept.length ? 'suite' : undefined;
}

/** Whether this is the second connection of a run, resumed from the first. */
export function comesBack({ negotiated }: Trace): boolean {
  return negotiated.psk === 'resumption' || negotiated.resumed === true;
}

/** Versions that OpenSSL can speak with the suites of this side, newest first. */
export function kitVersions({
  versions,
  suites,
}: Pick<BrowserConfig, 'versions' | 'suites'>): readonly number[] {
  return opensslVersions.filter(
    (version) => versions.includes(version) && suites.some((code) => opensslKnows(code, version)),
  );
}

/** Suites that a common build of OpenSSL 3.0 has: without DSS, static Diffie-Hellman, RC4 and 3DES. */
export function opensslKnows(code: number, version: number): boolean {
  const name = suiteName(code) ?? '';
  return version === tls13 ? suites13.test(name) : suites12.test(name) || suitesPsk.test(name);
}

const tls13 = 0x0304;
/** TLS 1.3 to 1.0; of SSL 3.0 nothing is left. */
const opensslVersions: readonly number[] = [tls13, 0x0303, 0x0302, 0x0301];
const suites13 = /^TLS_(AES_(128|256)_(GCM_SHA\d+|CCM_SHA256|CCM_8_SHA256)|CHACHA20_POLY1305_SHA256)$/;
const suites12 =
  /^TLS_(RSA|DHE_RSA|ECDHE_RSA|ECDHE_ECDSA)_WITH_(AES_(128|256)_(CBC_SHA\d*|GCM_SHA\d+|CCM(_8)?)|CHACHA20_POLY1305_SHA256|CAMELLIA_\d+_CBC_SHA\d*|ARIA_\d+_GCM_SHA\d+|NULL_(SHA|SHA256|MD5))$/;

/** RFC 8442 (ECDHE_PSK with GCM and CCM) is not there. */
const suitesPsk =
  /^TLS_((PSK|DHE_PSK|RSA_PSK)_WITH_(AES_(128|256)_(CBC_SHA\d*|GCM_SHA\d+)|CHACHA20_POLY1305_SHA256|CAMELLIA_\d+_CBC_SHA\d*|ARIA_\d+_GCM_SHA\d+|NULL_SHA\d*)|(PSK|DHE_PSK)_WITH_AES_\d+_CCM(_8)?|PSK_DHE_WITH_AES_\d+_CCM_8|ECDHE_PSK_WITH_(AES_\d+_CBC_SHA\d*|CHACHA20_POLY1305_SHA256|CAMELLIA_\d+_CBC_SHA\d*|NULL_SHA\d*))$/;

function isKnown(version: number): boolean {
  return opensslVersions.includes(version);
}

/** What OpenSSL 3.0 loads. */
const opensslKeys: ReadonlySet<string> = new Set(['ecdsa', 'ecdsa-p384', 'rsa', 'rsa-pss', 'ed25519']);
