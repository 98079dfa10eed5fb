/** Is every serial number positive, no longer than 20 octets, and the issuer's only one of its value? RFC 5280 §4.1.2.2. */
import { equal, toHex } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import { sameName } from '../../name.ts';
import { isAnchor, type Link, linkAt, linkCheck } from '../check.ts';
import type { Evidence } from '../result.ts';

/**
 * A trust anchor is believed as it is, whatever number it has: some of the oldest roots have 0. The RFC
 * asks for grace with such certificates, and gives none to new ones.
 */
export const serialNumber = linkCheck({
  id: 'serial-number',
  spec: spec(5280, '4.1.2.2'),
  *faults(path, index) {
    if (index > 0 && isAnchor(path, index)) return;
    const link = linkAt(path, index);
    const { serialNumber: serial, issuer } = link.certificate;
    if ((serial[0] ?? 0) >= 0x80 || serial.every((octet) => octet === 0))
      yield { code: 'serial-not-positive', evidence: [evidence(link, toHex(serial))] };
    if (serial.length > 20) yield { code: 'serial-too-long', evidence: [evidence(link, serial.length)] };
    const twin = path.links
      .slice(0, index)
      .some(
        ({ certificate }) => equal(certificate.serialNumber, serial) && sameName(certificate.issuer, issuer),
      );
    if (twin) yield { code: 'serial-reused', evidence: [evidence(link, toHex(serial))] };
  },
  evidence: (path) => path.links.map((link) => evidence(link, toHex(link.certificate.serialNumber))),
});

function evidence({ ref }: Link, actual: string | number): Evidence {
  return { certificate: ref, field: 'tbsCertificate.serialNumber', actual };
}
