/** What texts quote of the server's certificates and of the path that the browser found, or looked for. */
import { toHex } from '../../bytes/hex.ts';
import type { CertificateRecord, Trace } from '../../lab/trace.ts';
import { decodeCertificate } from '../../x509/certificate.ts';
import type { Certificate } from '../../x509/model.ts';
import type { CertificateRef } from '../../x509/path/result.ts';
import { shownCandidate } from '../../x509/path/shown.ts';

/** One certificate in plain values; texts are empty where there is none. */
export interface CertificateFacts {
  /** Common name of the subject. */
  readonly name: string;
  readonly issuer: string;
  /** Of subjectAltName. */
  readonly names: readonly string[];
  /** The first octets of the serial number, in hex. */
  readonly serial: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Whole days from the first to the last moment. */
  readonly days: number;
  /** 'EC P-256', 'RSA 2048'. */
  readonly key: string;
  /** Of the authority's signature, e.g. 'ecdsa-with-SHA256', and its length. */
  readonly algorithm: string;
  readonly signature: number;
  readonly bytes: number;
  /** Of X.509. */
  readonly version: number;
  /** Names of all fields that stand in its bytes. */
  readonly fields: ReadonlySet<string>;
  readonly policies: readonly string[];
}

export interface ChainFacts {
  /** What the Certificate message of the server carried, in its order. */
  readonly sent: readonly CertificateFacts[];
  readonly leaf: CertificateFacts;
  /** The path found, or the one whose failure is reported; the leaf first. */
  readonly path: readonly (CertificateFacts & { readonly from: CertificateRef['from'] | 'fetched' })[];
  readonly trusted: boolean;
  /** The root at the end of the path, or the issuer that its last certificate asks for. */
  readonly anchor: string;
  readonly checks: { readonly passed: number; readonly all: number };
  /** Signatures that the search verified. */
  readonly signatures: number;
  /** Roots switched on in the browser. */
  readonly roots: number;
  /** Address in the leaf from which its issuer's certificate can be fetched. */
  readonly issuerUrl: string;
}

export function chainFactsOf(trace: Trace): ChainFacts {
  const sent = trace.certificates
    .filter(({ ref, owner }) => ref.from === 'sent' && owner === 'server')
    .toSorted((a, b) => a.ref.index - b.ref.index);
  const leaf = sent[0] && decoded(sent[0]);
  const result = trace.steps.find((step) => step.kind === 'local' && step.work === 'validate_chain');
  const found = result?.kind === 'local' ? result.path : undefined;
  const way = found && shownCandidate(found);
  const cached = trace.trust?.browser.cached.length ?? 0;
  const path = (way?.path ?? []).flatMap((ref) => {
    const record = trace.certificates.find(
      ({ ref: own, owner }) =>
        own.from === ref.from &&
        own.index === ref.index &&
        owner === (ref.from === 'sent' ? 'server' : 'browser'),
    );
    // What was fetched follows what was kept.
    const from = ref.from === 'cache' && ref.index >= cached ? ('fetched' as const) : ref.from;
    return record ? [{ ...factsOfCertificate(decoded(record)), from }] : [];
  });
  const top = path.at(-1);
  return {
    sent: sent.map((record) => factsOfCertificate(decoded(record))),
    leaf: factsOfCertificate(leaf),
    path,
    trusted: found?.verdict === 'trusted',
    anchor: (top?.from === 'store' ? top.name : top?.issuer) ?? '',
    checks: {
      passed: found?.checks.filter(({ verdict }) => verdict === 'passed').length ?? 0,
      all: found?.checks.length ?? 0,
    },
    signatures: found?.spent.signatures ?? 0,
    roots: trace.scenario.browser.roots.length,
    issuerUrl:
      leaf?.extensions.authorityInfoAccess?.find(({ method }) => method === 'caIssuers')?.location.value ??
      '',
  };
}

/** Common name, first octets of the serial and the like, of a certificate that was decoded. */
export function factsOfCertificate(certificate: Certificate | undefined): CertificateFacts {
  if (certificate === undefined) return nothing;
  const { subject, issuer, notBefore, notAfter, extensions } = certificate;
  const fields = new Set<string>();
  const collect = (field: Certificate['field']): void => {
    fields.add(field.name);
    field.children?.forEach(collect);
  };
  collect(certificate.field);
  return {
    name: subject.commonName ?? subject.text,
    issuer: issuer.commonName ?? issuer.text,
    names: (extensions.subjectAltName ?? []).map(({ value }) => value),
    serial: toHex(certificate.serialNumber.slice(0, 4)),
    notBefore,
    notAfter,
    days: Math.round((notAfter - notBefore) / 86_400_000),
    key: certificate.publicKey.kind,
    algorithm: certificate.signatureAlgorithm.name,
    signature: certificate.signatureValue.length,
    bytes: certificate.der.length,
    version: certificate.version,
    fields,
    policies: extensions.certificatePolicies ?? [],
  };
}

function decoded(record: CertificateRecord): Certificate | undefined {
  const read = decodeCertificate(record.der);
  return read.ok ? read.value : undefined;
}

const nothing: CertificateFacts = {
  name: '',
  issuer: '',
  names: [],
  serial: '',
  notBefore: 0,
  notAfter: 0,
  days: 0,
  key: '',
  algorithm: '',
  signature: 0,
  bytes: 0,
  version: 0,
  fields: new Set(),
  policies: [],
};
