/** What the certificates of the demo PKI have in common. */
import type { Bytes } from '../crypto/port.ts';
import type { KeyRing } from './key-ring.ts';
import type { IssuedCertificate, KeyPair } from './pki.ts';
import { type CertificateProfile, signCertificate } from './sign.ts';

export const millisecondsPerDay = 86_400_000;

/** Signs it, or takes it from the ring. `description` must name all that the certificate depends on. */
export async function issued(
  ring: KeyRing,
  description: string,
  key: KeyPair,
  profile: CertificateProfile,
): Promise<IssuedCertificate> {
  const der: Bytes = await ring.certificate(description, () => signCertificate(profile, ring.maker.provider));
  return { der, privateKey: key.privateKey, keyKind: key.kind };
}

/** What all authorities have in common; self-signed unless `issuer` and its key are put over it. */
export function authorityProfile(
  key: KeyPair,
): Pick<CertificateProfile, 'publicKey' | 'issuerKey' | 'keyUsage'> {
  return { publicKey: key.publicKey, issuerKey: key, keyUsage: ['keyCertSign', 'cRLSign'] };
}

export function yearOf(clock: number): number {
  return new Date(clock).getUTCFullYear();
}

/** Midnight UTC of a month and day ('03-04') in a year. */
export function dayOf(year: number, day: string): number {
  return Date.parse(`${year}-${day}T00:00:00Z`);
}

/** Midnight UTC before `clock`. */
export function startOfDay(clock: number): number {
  return Math.floor(clock / millisecondsPerDay) * millisecondsPerDay;
}
