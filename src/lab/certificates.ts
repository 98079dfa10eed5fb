/** The certificates of a run: what the Certificate messages carried, and the anchors of the paths found. */
import type { Bytes } from '../crypto/port.ts';
import { decodeHandshake } from '../tls/messages/handshake.ts';
import { certificateField } from '../x509/certificate.ts';
import type { CertificateRecord, MessageName, Party } from './trace.ts';

interface Carrier {
  readonly kind: 'message' | 'local';
  readonly message?: MessageName;
  readonly from?: Party;
  readonly content?: Bytes;
}

/** One record per certificate sent, in order; and for each step the indices of those it carried. */
export function describeCertificates(steps: readonly Carrier[]): {
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
      records.push({ der: entry.certData, field: certificateField(entry.certData), ref: { from: 'sent', index }, owner: from, role });
      return records.length - 1;
    });
  });
  return { records, ofStep };
}
