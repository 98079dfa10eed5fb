/** The scenario that stands in the trace of a capture: both sides as far as their hellos tell. */
import { presets } from '../../lab/presets.ts';
import type { Scenario } from '../../lab/scenario.ts';
import { find } from '../../tls/extensions.ts';
import { asksForStatus } from '../../tls/status-request.ts';
import { isGrease } from '../../tls/registry/names.ts';
import type { TlsConnection } from './connections.ts';

export function scenarioOf({ hello, answer, serverName, started }: TlsConnection): Scenario {
  const { tls13 } = presets;
  const extensions = hello?.extensions ?? [];
  const groups = real(find(extensions, 'supported_groups')?.groups);
  const shares = (find(extensions, 'key_share')?.shares ?? []).map(({ group }) => group);
  const name = serverName ?? '';
  return {
    ...tls13,
    clock: Math.floor(started),
    browser: {
      ...tls13.browser,
      suites: real(hello?.cipherSuites),
      groups,
      keyShares: real(shares),
      signatureSchemes: real(find(extensions, 'signature_algorithms')?.schemes),
      serverName: name,
      sni: serverName !== undefined,
      statusRequest: hello !== undefined && asksForStatus(hello),
      alpn: find(extensions, 'application_layer_protocol_negotiation')?.protocols ?? [],
      grease: (hello?.cipherSuites ?? []).some(isGrease),
      compatibilityMode: (hello?.legacySessionId.length ?? 0) > 0,
      request: '',
    },
    server: {
      ...tls13.server,
      suites: answer ? [answer.cipherSuite] : [],
      groups: (find(answer?.extensions ?? null, 'key_share')?.shares ?? []).map(({ group }) => group),
      alpn: [],
      names: [name],
      response: '',
    },
  };
}

function real(codes: readonly number[] = []): readonly number[] {
  return codes.filter((code) => !isGrease(code));
}
