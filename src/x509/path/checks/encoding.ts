/**
 * Is each certificate written in the one form there is? Version (RFC 5280 §4.1.2.1), times (§4.1.2.5),
 * unique identifiers (§4.1.2.8), parameters of algorithms, and DER where a lenient reader reads on.
 */
import { equal, fromHex, toHex } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import { fieldByPath } from '../../certificate.ts';
import type { AlgorithmIdentifier, Certificate } from '../../model.ts';
import { type Fault, isAnchor, type Link, linkAt, linkCheck } from '../check.ts';

export const encoding = linkCheck({
  id: 'encoding',
  spec: spec(5280, '4.1.2.1'),
  *faults(path, index, { profile }) {
    const link = linkAt(path, index);
    yield* version(link, profile === 'web');
    yield* times(link);
    yield* derFaults(link);
    // A trust anchor is a name and a key; how its own signature would be checked does not matter.
    if (index === 0 || !isAnchor(path, index)) yield* parameters(link);
  },
  evidence: (path) =>
    path.links.map(({ certificate, ref }) => ({
      certificate: ref,
      field: 'tbsCertificate.version',
      actual: certificate.version,
    })),
});

function* version({ certificate, ref }: Link, web: boolean): Iterable<Fault> {
  const extended = certificate.extensions.all.length > 0;
  if (certificate.version !== 3 && (extended || web))
    yield {
      code: 'wrong-version',
      evidence: [
        { certificate: ref, field: 'tbsCertificate.version', expected: 3, actual: certificate.version },
      ],
    };
  for (const name of ['issuerUniqueID', 'subjectUniqueID']) {
    if (fieldByPath(certificate.field, `tbsCertificate.${name}`) && web)
      yield {
        code: 'unique-identifier',
        evidence: [{ certificate: ref, field: `tbsCertificate.${name}`, actual: name }],
        spec: spec(5280, '4.1.2.8'),
      };
  }
}

const year2050 = Date.UTC(2050, 0);
const utcTime = 0x17;

function* times({ certificate, ref }: Link): Iterable<Fault> {
  for (const name of ['notBefore', 'notAfter'] as const) {
    const field = `tbsCertificate.validity.${name}`;
    const tag = tagAt(certificate, field);
    // What is a UTCTime is always before 2050.
    if (tag !== utcTime && certificate[name] < year2050)
      yield {
        code: 'wrong-time-form',
        evidence: [{ certificate: ref, field, expected: 'UTCTime', actual: 'GeneralizedTime' }],
        spec: spec(5280, '4.1.2.5'),
      };
  }
  if (certificate.notAfter < certificate.notBefore)
    yield {
      code: 'empty-period',
      evidence: [{ certificate: ref, field: 'tbsCertificate.validity' }],
      spec: spec(5280, '4.1.2.5'),
    };
}

function tagAt(certificate: Certificate, path: string): number | undefined {
  const start = fieldByPath(certificate.field, path)?.start;
  return start === undefined ? undefined : certificate.der[start];
}

/** X.690 §11.2.2: a named bit list ends with its last one. */
function* derFaults({ certificate, ref }: Link): Iterable<Fault> {
  const usage = certificate.extensions.all.find((extension) => extension.name === 'keyUsage')?.value;
  if (usage === undefined) return;
  const unused = usage[2] ?? 0;
  const last = usage.at(-1) ?? 0;
  if (((last >> unused) & 1) === 0)
    yield {
      code: 'not-der',
      evidence: [{ certificate: ref, field: 'tbsCertificate.extensions.keyUsage', actual: 'keyUsage' }],
      spec: spec(5280, '4.2.1.3'),
    };
}

/** Signature algorithms whose parameters are NULL, and those that have none (RFC 4055 §5, RFC 5758 §3, RFC 8410 §3, RFC 9881 §2). */
const takesNull = /WithRSAEncryption$/;
const takesNothing = /^(?:ecdsa-with-|id-Ed|id-ml-dsa-)/;
const derNull = fromHex('0500');

function* parameters({ certificate, ref }: Link): Iterable<Fault> {
  for (const [algorithm, field] of [
    [certificate.signature, 'tbsCertificate.signature'],
    [certificate.signatureAlgorithm, 'signatureAlgorithm'],
  ] as const) {
    const given = parametersOf(algorithm);
    const good = takesNull.test(algorithm.name)
      ? equal(given, derNull)
      : !takesNothing.test(algorithm.name) || given.length === 0;
    if (!good)
      yield {
        code: 'algorithm-parameters',
        evidence: [{ certificate: ref, field, expected: algorithm.name, actual: toHex(given) || 'none' }],
        spec: spec(5280, '4.1.1.2'),
      };
  }
}

/** What stands behind the OID. All identifiers here are shorter than 128 octets, so the headers are two each. */
function parametersOf({ der }: AlgorithmIdentifier): Uint8Array {
  return der.subarray(4 + (der[3] ?? 0));
}
