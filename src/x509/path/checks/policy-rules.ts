/**
 * Does a certificate policy hold along the whole path, where one is demanded? RFC 5280 §6.1.2 to §6.1.5.
 *
 * A browser accepts every policy and demands none; an authority above can demand one (policyConstraints),
 * forbid that its policies are renamed (inhibitPolicyMapping) or that "any" stands for them (inhibitAnyPolicy).
 * A trust anchor's own demands hold too (RFC 5937).
 */
import { spec } from '../../../bytes/spec.ts';
import { oidName } from '../../oids.ts';
import {
  type CheckModule,
  type Context,
  extensionField,
  type Fault,
  failed,
  isSelfIssued,
  type Link,
  linkAt,
  notReached,
  passed,
  type Path,
} from '../check.ts';
import { anyPolicy, PolicyGraph } from '../policy-graph.ts';

export const policyRules: Pick<CheckModule, 'judge' | 'faultAt'> = {
  faultAt: (path, index, { tolerated }) =>
    [...formFaults(linkAt(path, index), index)].find((fault) => !tolerated.has(fault.code)),
  judge: (path, context) => {
    for (const [index, link] of path.links.entries()) {
      const fault = [...formFaults(link, index)].find(({ code }) => !context.tolerated.has(code));
      if (fault) return failed(fault);
    }
    if (path.end !== 'anchor') return notReached('needs-path');
    const { fault, valid } = process(path, context);
    if (fault && !context.tolerated.has(fault.code)) return failed(fault);
    const { ref } = path.links[0];
    const field = extensionField('certificatePolicies');
    return passed(
      demandsPolicy(path, context)
        ? [{ certificate: ref, field, actual: valid.map((oid) => oidName(oid) ?? oid) }]
        : [],
    );
  },
};

/** §4.2.1.4: each policy once; §6.1.4 (a): anyPolicy is mapped to nothing and nothing to it. */
function* formFaults({ certificate: { extensions }, ref }: Link, index: number): Iterable<Fault> {
  const listed = extensions.certificatePolicies ?? [];
  const seen = new Set<string>();
  const twice = listed.find((policy) => seen.has(policy) || !seen.add(policy));
  if (twice !== undefined)
    yield {
      code: 'duplicate-policy',
      evidence: [{ certificate: ref, field: extensionField('certificatePolicies'), actual: twice }],
      spec: spec(5280, '4.2.1.4'),
    };
  const mapsAny = extensions.policyMappings?.some(
    ({ issuerDomainPolicy, subjectDomainPolicy }) =>
      issuerDomainPolicy === anyPolicy || subjectDomainPolicy === anyPolicy,
  );
  if (mapsAny === true && index > 0)
    yield {
      code: 'bad-policy-mapping',
      evidence: [{ certificate: ref, field: extensionField('policyMappings') }],
      spec: spec(5280, '6.1.4'),
    };
}

/** The state variables of §6.1.2 and their way down the path. */
function process(
  path: Path,
  { input: { policy = {} } }: Context,
): { readonly fault?: Fault; readonly valid: readonly string[] } {
  const anchor = linkAt(path, path.links.length - 1);
  // From the trust anchor downwards, as the RFC counts.
  const below = path.links.slice(0, Math.max(path.links.length - 1, 1)).toReversed();
  const n = below.length;
  const graph = new PolicyGraph();
  const initial = (zero: boolean | undefined): number => (zero === true ? 0 : n + 1);
  let explicit = initial(policy.explicitPolicy);
  let mapping = initial(policy.inhibitPolicyMapping);
  let any = initial(policy.inhibitAnyPolicy);
  if (path.links.length > 1) limit(anchor);

  function limit({ certificate: { extensions } }: Link): void {
    explicit = Math.min(explicit, extensions.policyConstraints?.requireExplicitPolicy ?? explicit);
    mapping = Math.min(mapping, extensions.policyConstraints?.inhibitPolicyMapping ?? mapping);
    any = Math.min(any, extensions.inhibitAnyPolicy ?? any);
  }

  for (const [at, link] of below.entries()) {
    const last = at === n - 1;
    const { certificate } = link;
    const selfIssued = isSelfIssued(certificate);
    graph.descend(certificate.extensions.certificatePolicies, any > 0 || (!last && selfIssued));
    if (explicit === 0 && graph.isEmpty) return { fault: fault(link), valid: [] };
    if (last) break;
    graph.map(certificate.extensions.policyMappings ?? [], mapping > 0);
    if (!selfIssued) {
      explicit = Math.max(explicit - 1, 0);
      mapping = Math.max(mapping - 1, 0);
      any = Math.max(any - 1, 0);
    }
    limit(link);
  }

  // §6.1.5 (a), (b), (g).
  const [leaf] = path.links;
  explicit = Math.max(explicit - 1, 0);
  if (leaf.certificate.extensions.policyConstraints?.requireExplicitPolicy === 0) explicit = 0;
  const valid = graph.validFor(policy.initialPolicies);
  return explicit === 0 && valid.length === 0 ? { fault: fault(leaf), valid } : { valid };
}

function fault({ certificate, ref }: Link): Fault {
  const actual = (certificate.extensions.certificatePolicies ?? []).map((oid) => oidName(oid) ?? oid);
  return {
    code: 'no-valid-policy',
    evidence: [{ certificate: ref, field: extensionField('certificatePolicies'), actual }],
  };
}

function demandsPolicy(path: Path, { input: { policy } }: Context): boolean {
  return (
    policy?.explicitPolicy === true ||
    path.links.some(
      ({ certificate }) => certificate.extensions.policyConstraints?.requireExplicitPolicy !== undefined,
    )
  );
}
