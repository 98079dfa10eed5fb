/**
 * Are all names inside what the authorities above may vouch for? RFC 5280 §4.2.1.10, §6.1.3 (b), (c).
 *
 * Each authority limits every certificate below it but self-issued ones that are not the leaf. A name must
 * be in one permitted subtree of its kind, if there are any, and in no excluded one; a kind of name that
 * cannot be compared is refused where it is limited.
 */
import { spec } from '../../../bytes/spec.ts';
import type { Certificate, GeneralName, GeneralSubtree } from '../../model.ts';
import {
  isComparable,
  isWithin,
  namesOf,
  type Subject,
  subjectOf,
  type Subtree,
  subtreeOf,
  touches,
} from '../../names/subtree.ts';
import {
  type Context,
  extensionField,
  type Fault,
  isSelfIssued,
  type Link,
  linkAt,
  linkCheck,
  type Path,
} from '../check.ts';
import type { Evidence } from '../result.ts';

export const nameConstraintRules = linkCheck({
  id: 'name-constraints',
  spec: spec(5280, '4.2.1.10'),
  *faults(path, index, context) {
    const issuer = linkAt(path, index);
    const limits = limitsOf(issuer.certificate);
    // In the leaf it limits nothing; that it is there is a fault of extension-rules.
    if (limits === undefined || index === 0) return;
    if (limits.malformed !== undefined)
      yield { code: 'malformed-constraint', evidence: [ofIssuer(issuer, limits.malformed)] };
    for (const below of limited(path, index)) {
      for (const name of subjectsOf(below.certificate))
        yield* judgeName(name, below, issuer, limits, context);
    }
  },
  evidence: (path) =>
    path.links.slice(1).flatMap((issuer) => {
      const { nameConstraints: own } = issuer.certificate.extensions;
      if (own === undefined) return [];
      const texts = [...own.permittedSubtrees, ...own.excludedSubtrees].map(textOf);
      return [
        {
          certificate: issuer.ref,
          field: extensionField('nameConstraints'),
          expected: texts,
        } satisfies Evidence,
      ];
    }),
});

/** The certificates that an authority's limits hold for. */
function limited(path: Path, index: number): readonly Link[] {
  return path.links.slice(0, index).filter(({ certificate }, i) => i === 0 || !isSelfIssued(certificate));
}

interface Named {
  readonly name: GeneralName;
  /** Undefined: not a name of its kind, or of a kind that cannot be compared. */
  readonly subject: Subject | undefined;
}

interface Limits {
  readonly permitted: ReadonlyMap<GeneralName['type'], readonly Subtree[]>;
  readonly excluded: ReadonlyMap<GeneralName['type'], readonly Subtree[]>;
  /** Text of a constraint that is none. */
  readonly malformed: string | undefined;
}

function* judgeName(
  { name, subject }: Named,
  below: Link,
  issuer: Link,
  limits: Limits,
  { budget }: Context,
): Iterable<Fault> {
  const permitted = limits.permitted.get(name.type);
  const excluded = limits.excluded.get(name.type);
  if (permitted === undefined && excluded === undefined) return;
  if (!isComparable(name)) {
    yield { code: 'unsupported-constraint', evidence: [ofIssuer(issuer, name.type)] };
    return;
  }
  const evidence = (trees: readonly Subtree[]): readonly Evidence[] => [
    {
      certificate: below.ref,
      field: name.type === 'directoryName' ? 'tbsCertificate.subject' : extensionField('subjectAltName'),
      expected: trees.slice(0, shown).map((tree) => tree.text),
      actual: name.value,
    },
    { certificate: issuer.ref, field: extensionField('nameConstraints') },
  ];
  // What is no name of its kind is in no subtree, and nobody can say that it is outside of one.
  if (subject === undefined) {
    yield { code: 'name-not-permitted', evidence: evidence(permitted ?? excluded ?? []) };
    return;
  }
  for (const tree of excluded ?? []) {
    if (!budget.takeNameComparison()) {
      yield spent(issuer);
      return;
    }
    if (touches(subject, tree)) yield { code: 'name-excluded', evidence: evidence([tree]) };
  }
  if (permitted === undefined) return;
  for (const tree of permitted) {
    if (!budget.takeNameComparison()) {
      yield spent(issuer);
      return;
    }
    if (isWithin(subject, tree)) return;
  }
  yield { code: 'name-not-permitted', evidence: evidence(permitted) };
}

/** Constraints quoted in evidence: some lists have thousands. */
const shown = 8;

function spent(issuer: Link): Fault {
  return { code: 'name-constraint-budget', evidence: [ofIssuer(issuer, 'nameConstraints')] };
}

function ofIssuer({ ref }: Link, actual: string): Evidence {
  return { certificate: ref, field: extensionField('nameConstraints'), actual };
}

function textOf({ base }: GeneralSubtree): string {
  return base.value;
}

/** Read once for each certificate, because a search meets the same ones on many paths. */
const knownLimits = new WeakMap<Certificate, Limits>();
const knownSubjects = new WeakMap<Certificate, readonly Named[]>();

function limitsOf(certificate: Certificate): Limits | undefined {
  const own = certificate.extensions.nameConstraints;
  if (own === undefined) return undefined;
  const known = knownLimits.get(certificate);
  if (known) return known;
  let malformed: string | undefined;
  const read = (trees: readonly GeneralSubtree[]): Map<GeneralName['type'], Subtree[]> => {
    const byType = new Map<GeneralName['type'], Subtree[]>();
    for (const { base } of trees) {
      const tree = subtreeOf(base);
      if (tree === undefined && isComparable(base)) malformed ??= base.value;
      const list = byType.get(base.type) ?? [];
      byType.set(base.type, list);
      if (tree) list.push(tree);
    }
    return byType;
  };
  const permitted = read(own.permittedSubtrees);
  const excluded = read(own.excludedSubtrees);
  const limits = { permitted, excluded, malformed };
  knownLimits.set(certificate, limits);
  return limits;
}

function subjectsOf(certificate: Certificate): readonly Named[] {
  const known = knownSubjects.get(certificate);
  if (known) return known;
  const subjects = namesOf(certificate).map((name) => ({ name, subject: subjectOf(name) }));
  knownSubjects.set(certificate, subjects);
  return subjects;
}
