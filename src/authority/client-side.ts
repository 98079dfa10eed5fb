/** Certificates of people: what the browser shows when a server asks, and the roots a server accepts them under. */
import type { KeyRing } from './key-ring.ts';
import type { ClientCertificateKind, ClientRootId, IssuedCertificate, KeyPair } from './pki.ts';
import { authorityProfile, dayOf, issued, millisecondsPerDay, startOfDay, yearOf } from './profiles.ts';
import { clientAuthority, partnerAuthority } from './roots.ts';
import type { SubjectName } from './sign.ts';

/** Ids in the order of the server's trust list. */
export const clientRootIds = ['staff', 'partner'] as const satisfies readonly ClientRootId[];

/** 'stranger' is an authority that no server here has heard of. */
type Issuer = ClientRootId | 'stranger';

const plans = {
  staff: clientAuthority,
  partner: partnerAuthority,
  stranger: { root: 'Attic Lab CA', rootKey: 'EC P-256', organization: 'Attic Lab', country: 'CH' },
} as const;

export function clientRootKey(ring: KeyRing, id: Issuer): Promise<KeyPair> {
  return ring.key(`client root ${id}`, plans[id].rootKey);
}

export async function issueClientRoot(ring: KeyRing, id: Issuer, clock: number): Promise<IssuedCertificate> {
  const key = await clientRootKey(ring, id);
  const year = yearOf(clock);
  return issued(ring, `client root ${id}, ${year}`, key, {
    ...authorityProfile(key),
    subject: rootName(id),
    notBefore: dayOf(year - 3, '02-01'),
    notAfter: dayOf(year + 7, '02-01'),
    authority: { pathLength: 0 },
  });
}

export async function issueClient(
  ring: KeyRing,
  kind: Exclude<ClientCertificateKind, 'none'>,
  clock: number,
): Promise<IssuedCertificate> {
  const issuer: Issuer = kind === 'unknown-issuer' ? 'stranger' : 'staff';
  const [issuerKey, key] = await Promise.all([clientRootKey(ring, issuer), ring.key('client', 'EC P-256')]);
  const year = yearOf(clock);
  const today = startOfDay(clock);
  const [notBefore, notAfter] =
    kind === 'expired'
      ? [today - 400 * millisecondsPerDay, today - 35 * millisecondsPerDay]
      : kind === 'not-yet-valid'
        ? [today + 3 * millisecondsPerDay, today + 368 * millisecondsPerDay]
        : [dayOf(year - 1, '10-01'), dayOf(year + 1, '10-01')];
  return issued(ring, `client ${kind}, ${notBefore}`, key, {
    subject: {
      country: clientAuthority.country,
      organization: clientAuthority.organization,
      commonName: clientAuthority.person,
    },
    publicKey: key.publicKey,
    issuer: rootName(issuer),
    issuerKey,
    notBefore,
    notAfter,
    keyUsage: ['digitalSignature'],
    purposes: [kind === 'wrong-purpose' ? 'serverAuth' : 'clientAuth'],
    names: [{ type: 'email', value: clientAuthority.email }],
    ...(issuer === 'staff' && { crl: clientCrlUrl }),
  });
}

const clientCrlUrl = `http://staff.${clientAuthority.host}/staff.crl`;

function rootName(id: Issuer): SubjectName {
  const { country, organization, root } = plans[id];
  return { country, organization, commonName: root };
}
