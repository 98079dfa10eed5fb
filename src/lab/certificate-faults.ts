/** The faults a scenario may ask for, as lists: for links, files and forms. */
import type { AuthorityFault, CertificateFault, ClientCertificateKind, LeafFault } from '../authority/pki.ts';

/** In the order of the form. */
export const leafFaults = [
  'self-signed',
  'no-san',
  'sha1',
  'weak-key',
  'tampered',
  'impostor',
  'other-issuer-name',
  'other-key-id',
  'critical-extension',
  'leaf-is-ca',
  'client-purpose',
  'no-signing',
  'other-key',
  'must-staple',
  'revoked',
] as const satisfies readonly LeafFault[];

export const authorityFaults = [
  'intermediate-expired',
  'intermediate-not-ca',
  'intermediate-no-constraints',
  'intermediate-no-cert-sign',
  'intermediate-tampered',
  'path-length',
  'name-constraints',
  'root-expired',
  'cross-sign-expired',
  'old-root-expired',
] as const satisfies readonly AuthorityFault[];

export const certificateFaults: readonly CertificateFault[] = [...leafFaults, ...authorityFaults];

export const clientCertificateKinds = [
  'none',
  'valid',
  'expired',
  'not-yet-valid',
  'unknown-issuer',
  'wrong-purpose',
  'revoked',
] as const satisfies readonly ClientCertificateKind[];
