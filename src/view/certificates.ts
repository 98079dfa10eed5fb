/** The Certificates tab as plain data: the chain of a step, and one certificate to read. */
import { toHex } from '../bytes/hex.ts';
import type { CertificateRecord, Step, Trace } from '../lab/trace.ts';
import { decodeCertificate } from '../x509/certificate.ts';
import type { Certificate } from '../x509/model.ts';
import { shownCandidate } from '../x509/path/shown.ts';
import { certificateParts } from '../x509/parts.ts';
import type { CertificatePart } from '../x509/parts.ts';
import { indexBytes } from './bytes.ts';

/** A certificate in the list at the left. */
export interface ChainEntry {
  /** Index into trace.certificates. */
  readonly index: number;
  readonly record: CertificateRecord;
  /** 'shop.example'; the whole subject where it has no common name; empty for broken bytes. */
  readonly name: string;
  readonly role: CertificateRecord['role'];
  /** Sent in the message, or taken from the store. */
  readonly from: CertificateRecord['ref']['from'];
  /** Place in the message. */
  readonly position: number;
  readonly size: number;
  /** 'EC P-256'. */
  readonly kind: string;
  /** How it hangs on the entry below it; absent for the last. */
  readonly link?: { readonly keyId: string; readonly fits: boolean };
}

export interface Chain {
  readonly entries: readonly ChainEntry[];
  /** The later step at which signatures are checked; absent where they already are. */
  readonly checkedAt?: number;
  /** All names and key ids line up. */
  readonly fits: boolean;
}

/** The chain that a step carries or judges: what was sent, then the anchor from the store. */
export function chainOf(trace: Trace, step: Step, indices: readonly number[]): Chain {
  const owner = trace.certificates[indices[0] ?? -1]?.owner;
  const check = trace.steps.find(
    (other) =>
      other.kind === 'local' &&
      other.work === (owner === 'browser' ? 'validate_client_chain' : 'validate_chain'),
  );
  const judged = check?.kind === 'local' ? check.path && shownCandidate(check.path) : undefined;
  const anchors = judged?.path.filter(({ from }) => from !== 'sent') ?? [];
  const stored = anchors.flatMap((ref) => {
    // Store and cache are those of whoever judged the chain: the other side.
    const at = trace.certificates.findIndex(
      (record) => record.ref.from === ref.from && record.ref.index === ref.index && record.owner !== owner,
    );
    return at < 0 ? [] : [at];
  });
  const shown = [...indices, ...stored.filter((index) => !indices.includes(index))];
  const entries = shown.flatMap((index, i): ChainEntry[] => {
    const record = trace.certificates[index];
    if (!record) return [];
    const certificate = certificateOf(record);
    const next = trace.certificates[shown[i + 1] ?? -1];
    const issuer = next && certificateOf(next);
    return [
      {
        index,
        record,
        name: certificate?.subject.commonName ?? certificate?.subject.text ?? '',
        role: record.role,
        from: record.ref.from,
        position: record.ref.index,
        size: record.der.length,
        kind: certificate?.publicKey.kind ?? '',
        ...(certificate && next && { link: linkOf(certificate, issuer) }),
      },
    ];
  });
  return {
    entries,
    fits: entries.every(({ link }) => link === undefined || link.fits),
    ...(check && check.index > step.index && { checkedAt: check.index }),
  };
}

export function certificateOf(record: Pick<CertificateRecord, 'der'>): Certificate | undefined {
  const decoded = decodeCertificate(record.der);
  return decoded.ok ? decoded.value : undefined;
}

/** Issuer name against subject name, authority key id against subject key id; no signature is looked at. */
function linkOf(
  certificate: Certificate,
  issuer: Certificate | undefined,
): { readonly keyId: string; readonly fits: boolean } {
  const wanted = certificate.extensions.authorityKeyIdentifier?.keyIdentifier;
  const found = issuer?.extensions.subjectKeyIdentifier;
  const names = certificate.issuer.canonical === issuer?.subject.canonical;
  const ids = wanted === undefined || found === undefined || toHex(wanted) === toHex(found);
  return { keyId: wanted ? toHex(wanted) : '', fits: names && ids };
}

/** What a row of the Read view says. */
export type PartValue =
  | { readonly type: 'text'; readonly text: string; readonly strong?: boolean }
  | { readonly type: 'list'; readonly items: readonly string[]; readonly code: boolean }
  | { readonly type: 'period'; readonly from: number; readonly to: number }
  | { readonly type: 'hex'; readonly hex: string }
  /** A word and the bytes behind it: 'EC P-256 04a8…'. */
  | { readonly type: 'named-hex'; readonly name: string; readonly hex: string }
  | { readonly type: 'constraints'; readonly cA: boolean; readonly pathLength?: number };

export interface PartRow {
  readonly id: string;
  /** Below the certificate's root. */
  readonly path: string;
  readonly offset: number;
  readonly size: number;
  readonly critical: boolean;
  readonly value: PartValue;
}

export function partRows(certificate: Certificate): readonly PartRow[] {
  return certificateParts(certificate).map((part) => ({
    id: part.id,
    path: part.path,
    offset: part.field.start,
    size: part.field.end - part.field.start,
    critical: part.critical ?? false,
    value: valueOf(part, certificate),
  }));
}

function valueOf(part: CertificatePart, certificate: Certificate): PartValue {
  const { extensions } = certificate;
  switch (part.id) {
    case 'subject':
      return { type: 'text', text: certificate.subject.text, strong: true };
    case 'issuer':
      return { type: 'text', text: certificate.issuer.text };
    case 'validity': {
      const { value } = part.field;
      return value?.type === 'period'
        ? { type: 'period', from: value.from, to: value.to }
        : { type: 'hex', hex: '' };
    }
    case 'subjectAltName':
      return { type: 'list', items: (extensions.subjectAltName ?? []).map(({ value }) => value), code: true };
    case 'publicKey':
      return { type: 'named-hex', name: certificate.publicKey.kind, hex: toHex(certificate.publicKey.key) };
    case 'keyUsage':
      return { type: 'list', items: extensions.keyUsage ?? [], code: false };
    case 'extKeyUsage':
      return { type: 'list', items: extensions.extKeyUsage ?? [], code: false };
    case 'basicConstraints': {
      const limit = extensions.basicConstraints?.pathLenConstraint;
      return {
        type: 'constraints',
        cA: extensions.basicConstraints?.cA ?? false,
        ...(limit !== undefined && { pathLength: limit }),
      };
    }
    case 'subjectKeyIdentifier':
      return { type: 'hex', hex: toHex(extensions.subjectKeyIdentifier ?? new Uint8Array()) };
    case 'authorityKeyIdentifier':
      return {
        type: 'hex',
        hex: toHex(extensions.authorityKeyIdentifier?.keyIdentifier ?? new Uint8Array()),
      };
    case 'authorityInfoAccess':
      return {
        type: 'list',
        items: (extensions.authorityInfoAccess ?? []).map(({ location }) => location.value),
        code: true,
      };
    case 'cRLDistributionPoints':
      return {
        type: 'list',
        items: (extensions.cRLDistributionPoints ?? []).flatMap(({ fullName }) =>
          fullName.map(({ value }) => value),
        ),
        code: true,
      };
    case 'certificatePolicies':
      return { type: 'list', items: extensions.certificatePolicies ?? [], code: true };
    case 'signature':
      return {
        type: 'named-hex',
        name: certificate.signatureAlgorithm.name,
        hex: toHex(certificate.signatureValue),
      };
    default:
      return plainValue(part, certificate);
  }
}

function plainValue({ id, field }: CertificatePart, certificate: Certificate): PartValue {
  const { value } = field;
  if (value?.type === 'text') return { type: 'text', text: value.value };
  if (value?.type === 'flags') return { type: 'list', items: value.names, code: false };
  if (value?.type === 'code' && value.name !== undefined) return { type: 'text', text: value.name };
  const extension = certificate.extensions.all.find(({ name }) => name === id);
  const bytes = extension?.value ?? certificate.der.subarray(headerEnd(field), field.end);
  return { type: 'hex', hex: toHex(bytes) };
}

/** Content octets begin behind tag and length. */
function headerEnd({ start, children }: CertificatePart['field']): number {
  return children?.findLast(({ role, key }) => role === 'length' || key === 'DER.tag')?.end ?? start;
}

/**
 * The path in the Bytes panel of a part of a certificate, where the certificate is in this step's
 * message; undefined where it is not.
 */
export function pathInMessage(step: Step, record: CertificateRecord, path: string): string | undefined {
  if (step.kind !== 'message' || record.ref.from !== 'sent' || !step.certificates.length) return undefined;
  const index = indexBytes(step.plain ?? step.wire);
  const entry = [...index.nodes.keys()].find((candidate) =>
    candidate.endsWith(`certificate_list.[${record.ref.index}].cert_data`),
  );
  const full = entry === undefined ? undefined : `${entry}.${path}`;
  return full !== undefined && index.nodes.has(full) ? full : undefined;
}

/** How far the clock is between the two dates: 0 at the first, 1 at the last, beyond on either side. */
export function validityShare(from: number, to: number, now: number): number {
  return to === from ? 0 : (now - from) / (to - from);
}

/** The certificate in the run whose subject is the issuer of this one, from the same side. */
export function issuerOf(trace: Trace, record: CertificateRecord): CertificateRecord | undefined {
  const name = certificateOf(record)?.issuer.canonical;
  return trace.certificates.find(
    (other) => other.owner === record.owner && certificateOf(other)?.subject.canonical === name,
  );
}
