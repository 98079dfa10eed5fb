/** Whether there can be a reproduction kit (kit.ts), asked each time the menu is drawn. */
import type { Trace } from '../lab/trace.ts';
import { suiteByCode } from '../tls/registry/suites.ts';

/** Why a run cannot be seen again with OpenSSL, curl and nginx. */
export type NoKit =
  | 'not-a-run'
  | 'network'
  | 'psk'
  | 'two-connections'
  | 'late-authentication'
  | 'no-leaf'
  | 'no-roots'
  | 'revoked-client'
  | 'post-quantum'
  | 'old-version';

/** Undefined where there can be a kit. */
export function noKit({ source, scenario, trust, steps }: Trace): NoKit | undefined {
  const { browser, server, network, resume } = scenario;
  if (source.kind !== 'lab') return 'not-a-run';
  if (network.length > 0) return 'network';
  if (browser.psk !== null || server.psk !== null) return 'psk';
  if (resume !== 'none') return 'two-connections';
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
  if (!opensslKeys.has(server.keyType)) return 'post-quantum';
  const speaks = ({
    versions,
    suites,
  }: {
    versions: readonly number[];
    suites: readonly number[];
  }): boolean => versions.includes(0x0304) && suites.some(isTls13);
  if (!speaks(browser) || !speaks(server)) return 'old-version';
  return undefined;
}

/** What OpenSSL 3.0 loads. */
const opensslKeys: ReadonlySet<string> = new Set(['ecdsa', 'ecdsa-p384', 'rsa', 'rsa-pss', 'ed25519']);

function isTls13(code: number): boolean {
  return suiteByCode(code) !== undefined;
}
