/** What a client of TLS 1.2 asks of the server's certificate beyond the path: that its key may do what the suite needs. */
import type { TrustPolicy } from '../proofs.ts';
import { exchangeParts } from '../registry/exchange.ts';
import type { Tls12Suite } from '../registry/suite-parts.ts';

/**
 * The key usages of RFC 5246 §7.4.2 and RFC 8422 §2. A client that offers suites with DSS or static DH also takes
 * certificates with such keys, which the web has given up.
 */
export function trustFor(suite: Tls12Suite, trust: TrustPolicy): TrustPolicy {
  const { agreement, ephemeral } = exchangeParts(suite.keyExchange);
  const keyUsage = ephemeral ? 'digitalSignature' : agreement === 'rsa' ? 'keyEncipherment' : 'keyAgreement';
  const finiteField = suite.authentication === 'DSS' || suite.keyExchange === 'DH';
  return {
    ...trust,
    policy: {
      ...trust.policy,
      keyUsage: [keyUsage],
      ...(finiteField && { tolerates: [...(trust.policy?.tolerates ?? []), 'unsupported-key' as const] }),
    },
  };
}
