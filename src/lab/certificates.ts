/** The certificates of a run: what the Certificate messages carried, and the anchors of the paths found. */
import type { Bytes } from '../crypto/port.ts';
import { decodeHandshake } from '../tls/messages/handshake.ts';
import { certificateField } from '../x509/certificate.ts';
import type { PathResult } from '../x509/path/result.ts';
import type { CertificateRecord, LocalStep, MessageName, Party } from './trace.ts';

interface Carrier {
  readonly kind: 'message' | 'local';
  readonly work?: LocalStep['work'];
  readonly path?: PathResult;
  readonly message?: MessageName;
  readonly from?: Party;
  readonly content?: Bytes;
}

/** Trust anchors of each party, in the order its validator was given them. */
export type Stores = Partial<Readonly<Record<Party, readonly Bytes[]>>>;

/**
 * One record per certificate sent, in order, then the anchors that the paths tried lead to; and for
 * each step the indices of those it carried.
 */
export function describeCertificates(
  steps: readonly Carrier[],
  stores: Stores,
): {
  readonly records: readonly CertificateRecord[];
  readonly ofStep: readonly (readonly number[])[];
} {
  const records: CertificateRecord[] = [];
  const ofStep = steps.map((step) => {
    if (step.message !== 'Certificate' || step.content === undefined || step.from === undefined) return [];
    const decoded = decodeHandshake(step.content);
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
  records.push(...anchorsOf(steps, stores));
  return { records, ofStep };
}

/** Certificates of a store that some path names, so that every reference of a path can be looked up. */
function anchorsOf(steps: readonly Carrier[], stores: Stores): readonly CertificateRecord[] {
  const anchors = new Map<string, CertificateRecord>();
  for (const { work, path } of steps) {
    const owner: Party = work === 'validate_client_chain' ? 'server' : 'browser';
    for (const ref of path?.candidates.flatMap((candidate) => candidate.path) ?? []) {
      const der = ref.from === 'store' ? stores[owner]?.[ref.index] : undefined;
      if (der)
        anchors.set(`${owner} ${ref.index}`, { der, field: certificateField(der), ref, owner, role: 'root' });
    }
  }
  return [...anchors.values()];
}
