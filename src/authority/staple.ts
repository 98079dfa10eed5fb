/** What an authority says about the server's leaf, in the form that a server staples: an OCSP response (RFC 6960). */
import { toHex } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { type Certificate, decodeCertificate } from '../x509/certificate.ts';
import type { IssuedCertificate, PkiRequest, StapleKind } from './pki.ts';
import { issued, millisecondsPerDay, startOfDay } from './profiles.ts';
import { authorities } from './roots.ts';
import { type ChainPlan, issuerKey, leafIssuerName } from './server-chain.ts';
import { makeStatusReply, type StatusReply } from './workshop/ocsp.ts';

/** An answer is good for this long. */
const answerDays = 4;

/** Days from today on which each kind was produced. */
const produced: Readonly<Record<StapleKind, number>> = { good: -1, revoked: -1, stale: -9 };

/** Taken from the ring where the same answer was given before. */
export async function issueStaple(
  plan: ChainPlan,
  kind: StapleKind,
  responder: NonNullable<PkiRequest['server']['responder']>,
  leaf: IssuedCertificate,
  authority: IssuedCertificate,
): Promise<Bytes> {
  const { ring, clock } = plan;
  const { serialNumber: serial } = decoded(leaf.der);
  const issuer = decoded(authority.der);
  const today = startOfDay(clock);
  const producedAt = today + produced[kind] * millisecondsPerDay;
  const signer =
    responder === 'delegated' ? await delegate(plan, issuer, today) : { key: await issuerKey(plan) };
  return ring.certificate(`staple ${toHex(serial)}, ${kind} by ${responder}, ${today}`, () =>
    makeStatusReply(
      {
        serial,
        issuer,
        ...signer,
        answer:
          kind === 'revoked'
            ? { status: 'revoked', at: producedAt - millisecondsPerDay, reason: 'keyCompromise' }
            : { status: 'good' },
        producedAt,
        nextUpdate: producedAt + answerDays * millisecondsPerDay,
      },
      ring.maker.provider,
    ),
  );
}

/** A key that the authority certified for answers alone, so that its own can stay off the network (RFC 6960 §4.2.2.2). */
async function delegate(
  plan: ChainPlan,
  issuer: Certificate,
  today: number,
): Promise<Pick<StatusReply, 'key' | 'delegate'>> {
  const { ring } = plan;
  const { country, organization, label } = authorities[plan.issuer];
  const [key, above] = await Promise.all([ring.key(`responder ${plan.issuer}`, 'EC P-256'), issuerKey(plan)]);
  const { der } = await issued(ring, `responder of ${toHex(issuer.serialNumber)}, ${today}`, key, {
    subject: { country, organization, commonName: `${organization} OCSP ${label.toUpperCase()}` },
    publicKey: key.publicKey,
    issuer: leafIssuerName(plan),
    issuerKey: above,
    notBefore: today - 10 * millisecondsPerDay,
    notAfter: today + 20 * millisecondsPerDay,
    keyUsage: ['digitalSignature'],
    purposes: ['OCSPSigning'],
    ocspNocheck: true,
  });
  return { key, delegate: decoded(der) };
}

function decoded(der: Bytes): Certificate {
  const certificate = decodeCertificate(der);
  if (!certificate.ok) throw new Error(`issued certificate does not decode: ${certificate.error.detail}`);
  return certificate.value;
}
