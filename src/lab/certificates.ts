/** The certificates of a run: what the Certificate messages carried, and the anchors of the paths found. */
import type { Bytes } from '../crypto/port.ts';
import { decodeHandshake, dialectOf, type Dialect } from '../tls/messages/handshake.ts';
import { staplesOf } from '../tls/proofs.ts';
import { certificateField } from '../x509/certificate.ts';
import type { CertificateRef, PathResult } from '../x509/path/result.ts';
import type { Holdings } from './holdings.ts';
import type { CertificateRecord, LocalStep, MessageName, Party, Trace } from './trace.ts';

interface Carrier {
  readonly kind: 'message' | 'local';
  readonly work?: LocalStep['work'];
  readonly path?: PathResult;
  readonly message?: MessageName;
  readonly from?: Party;
  readonly content?: Bytes;
}

/**
 * One record per certificate sent, in order, then those that the paths tried found elsewhere; and for
 * each step the indices of those it carried.
 */
export function describeCertificates(
  steps: readonly Carrier[],
  dialect: Dialect,
  trust: Trace['trust'],
): {
  readonly records: readonly CertificateRecord[];
  readonly ofStep: readonly (readonly number[])[];
} {
  const records: CertificateRecord[] = [];
  const ofStep = steps.map((step) => {
    if (step.message !== 'Certificate' || step.content === undefined || step.from === undefined) return [];
    const decoded = decodeHandshake(step.content, dialect);
    if (!decoded.ok || decoded.value.type !== 'certificate') return [];
    const { from } = step;
    return decoded.value.entries.map((entry, index) => {
      const role = index === 0 ? 'leaf' : 'intermediate';
      records.push({
        der: entry.certData,
        field: certificateField(entry.certData),
        ref: { from: 'sent', index },
        owner: from,
        role,
      });
      return records.length - 1;
    });
  });
  records.push(...heldCertificates(steps, trust));
  return { records, ofStep };
}

/** What a party presented, as DER, leaf first. */
export function certificatesIn(trace: Trace, presenter: Party): readonly Bytes[] {
  return trace.certificates
    .filter(({ ref, owner }) => ref.from === 'sent' && owner === presenter)
    .toSorted((a, b) => a.ref.index - b.ref.index)
    .map(({ der }) => der);
}

/** OCSP responses that the server stapled, by the index of the certificate they are about. */
export function staplesIn(trace: Trace): readonly (Bytes | undefined)[] {
  for (const step of trace.steps) {
    if (step.kind !== 'message' || step.from !== 'server') continue;
    if (step.message !== 'Certificate' && step.message !== 'CertificateStatus') continue;
    const { negotiated, content } = step;
    const decoded = decodeHandshake(content, dialectOf(negotiated));
    if (!decoded.ok) continue;
    if (decoded.value.type === 'certificate_status') return [decoded.value.response];
    if (decoded.value.type !== 'certificate') continue;
    const staples = staplesOf(decoded.value);
    if (staples.some((staple) => staple !== undefined)) return staples;
  }
  return [];
}

/** Certificates of a store or a cache that some path names, so that every reference of a path can be looked up. */
function heldCertificates(steps: readonly Carrier[], trust: Trace['trust']): readonly CertificateRecord[] {
  const found = new Map<string, CertificateRecord>();
  for (const { work, path } of steps) {
    const owner: Party = work === 'validate_client_chain' ? 'server' : 'browser';
    for (const ref of path?.candidates.flatMap((candidate) => candidate.path) ?? []) {
      const der = ref.from === 'sent' ? undefined : heldAt(trust?.[owner], ref);
      const role = ref.from === 'store' ? 'root' : 'intermediate';
      if (der)
        found.set(`${owner} ${ref.from} ${ref.index}`, {
          der,
          field: certificateField(der),
          ref,
          owner,
          role,
        });
    }
  }
  return [...found.values()];
}

/** Store and cache by the validator's own counting: what was fetched follows what was kept. */
function heldAt(held: Holdings | undefined, ref: CertificateRef): Bytes | undefined {
  if (held === undefined) return undefined;
  if (ref.from === 'store') return held.store[ref.index]?.der;
  return held.cached[ref.index] ?? held.fetched[ref.index - held.cached.length]?.der;
}
