/**
 * Is every extension where it must be, and critical exactly where it must be? The MUSTs of RFC 5280 §4.2,
 * and for the web those of the Baseline Requirements §7.1.2.
 */
import { equal } from '../../../bytes/hex.ts';
import { spec, type Spec } from '../../../bytes/spec.ts';
import type { Extension } from '../../model.ts';
import {
  type Context,
  extensionField,
  type Fault,
  isAnchor,
  isSelfIssued,
  type Link,
  linkAt,
  linkCheck,
} from '../check.ts';

export const extensionRules = linkCheck({
  id: 'extension-rules',
  spec: spec(5280, '4.2'),
  *faults(path, index, context) {
    const link = linkAt(path, index);
    yield* keyIdentifiers(link, context);
    yield* criticality(link, context);
    if (link.certificate.extensions.basicConstraints?.cA !== true) yield* authorityOnly(link);
    if (context.profile !== 'web') return;
    if (index > 0 && isAnchor(path, index) && isSelfIssued(link.certificate)) yield* webRoot(link);
    if (index === 0 && context.input.purpose === 'serverAuth') yield* webLeaf(link);
  },
  evidence: (path) =>
    path.links.map(({ certificate, ref }) => ({
      certificate: ref,
      field: 'tbsCertificate.extensions',
      actual: certificate.extensions.all.map((extension) => extension.name),
    })),
});

/**
 * §4.2.1.1, §4.2.1.2: who signed, and with which key. A self-signed certificate may leave the first out;
 * where the names differ, only its signature can tell whether it is one.
 */
function* keyIdentifiers(link: Link, { signatures }: Context): Iterable<Fault> {
  const { certificate } = link;
  const { extensions } = certificate;
  const authority = extensions.authorityKeyIdentifier;
  if (authority?.keyIdentifier === undefined && !isSelfIssued(certificate))
    yield {
      ...missing(link, authority ? 'keyIdentifier' : 'authorityKeyIdentifier', spec(5280, '4.2.1.1')),
      ...(extensions.basicConstraints?.cA === true && {
        unless: async () => (await signatures.check(certificate, certificate)) === 'ok',
      }),
    };
  if (extensions.subjectKeyIdentifier === undefined && extensions.basicConstraints?.cA === true)
    yield missing(link, 'subjectKeyIdentifier', spec(5280, '4.2.1.2'));
}

/** Extensions that MUST be marked so, by name. */
const never: Readonly<Record<string, Spec>> = {
  authorityKeyIdentifier: spec(5280, '4.2.1.1'),
  subjectKeyIdentifier: spec(5280, '4.2.1.2'),
  subjectDirectoryAttributes: spec(5280, '4.2.1.8'),
  freshestCRL: spec(5280, '4.2.1.15'),
  authorityInfoAccess: spec(5280, '4.2.2.1'),
  subjectInfoAccess: spec(5280, '4.2.2.2'),
};
const always: Readonly<Record<string, Spec>> = {
  policyConstraints: spec(5280, '4.2.1.11'),
  inhibitAnyPolicy: spec(5280, '4.2.1.14'),
};

function* criticality(link: Link, { profile }: Context): Iterable<Fault> {
  const cA = link.certificate.extensions.basicConstraints?.cA === true;
  for (const extension of link.certificate.extensions.all) {
    const { name, critical } = extension;
    if (critical && never[name]) yield wrong(link, extension, never[name]);
    if (!critical && always[name]) yield wrong(link, extension, always[name]);
    if (!critical && name === 'basicConstraints' && cA) yield wrong(link, extension, spec(5280, '4.2.1.9'));
    // The Baseline Requirements §7.1.2.5.2 let it be not critical, for clients that do not know it.
    if (!critical && name === 'nameConstraints' && profile === 'rfc5280')
      yield wrong(link, extension, spec(5280, '4.2.1.10'));
  }
}

/** Extensions that limit what is issued below, and so mean nothing in a certificate that issues nothing. */
const limits: Readonly<Record<string, Spec>> = {
  nameConstraints: spec(5280, '4.2.1.10'),
  policyMappings: spec(5280, '4.2.1.5'),
  policyConstraints: spec(5280, '4.2.1.11'),
  inhibitAnyPolicy: spec(5280, '4.2.1.14'),
};

function* authorityOnly(link: Link): Iterable<Fault> {
  for (const { name } of link.certificate.extensions.all)
    if (limits[name]) yield misplaced(link, name, name, limits[name]);
}

/** Baseline Requirements §7.1.2.1: a root names its own key and nothing else, and has no purposes. */
function* webRoot(link: Link): Iterable<Fault> {
  const {
    extKeyUsage,
    authorityKeyIdentifier: authority,
    subjectKeyIdentifier,
  } = link.certificate.extensions;
  if (extKeyUsage) yield misplaced(link, 'extKeyUsage', 'extKeyUsage', spec(5280, '4.2.1.12'));
  if (authority === undefined) return;
  if (authority.keyIdentifier === undefined) yield missing(link, 'keyIdentifier', spec(5280, '4.2.1.1'));
  yield* namedIssuer(link);
  if (
    authority.keyIdentifier &&
    subjectKeyIdentifier &&
    !equal(authority.keyIdentifier, subjectKeyIdentifier)
  )
    yield misplaced(link, 'authorityKeyIdentifier', 'keyIdentifier', spec(5280, '4.2.1.1'));
}

/** Baseline Requirements §7.1.2.7.6: what stands in a server's certificate is for everyone to read. */
function* webLeaf(link: Link): Iterable<Fault> {
  const { all } = link.certificate.extensions;
  for (const extension of all)
    if (
      extension.critical &&
      (extension.name === 'extKeyUsage' || extension.name === 'cRLDistributionPoints')
    )
      yield wrong(link, extension, spec(5280, extension.name === 'extKeyUsage' ? '4.2.1.12' : '4.2.1.13'));
  yield* namedIssuer(link);
}

/** §7.1.2.11.1: the issuer is known by its key alone. */
function* namedIssuer(link: Link): Iterable<Fault> {
  const authority = link.certificate.extensions.authorityKeyIdentifier;
  for (const part of ['authorityCertIssuer', 'authorityCertSerialNumber'] as const)
    if (authority?.[part]) yield misplaced(link, 'authorityKeyIdentifier', part, spec(5280, '4.2.1.1'));
}

function missing({ ref }: Link, expected: string, at: Spec): Fault {
  const field =
    expected === 'keyIdentifier' ? extensionField('authorityKeyIdentifier') : 'tbsCertificate.extensions';
  return { code: 'missing-extension', evidence: [{ certificate: ref, field, expected }], spec: at };
}

function wrong({ ref }: Link, { name, critical }: Extension, at: Spec): Fault {
  const actual = critical ? 'critical' : 'not critical';
  return {
    code: 'wrong-criticality',
    evidence: [{ certificate: ref, field: extensionField(name), expected: name, actual }],
    spec: at,
  };
}

function misplaced({ ref }: Link, extension: string, part: string, at: Spec): Fault {
  return {
    code: 'misplaced-extension',
    evidence: [{ certificate: ref, field: extensionField(extension), actual: part }],
    spec: at,
  };
}
