/** What the offices say about a certificate at another time than now: a run of the Lab has a clock of its own. */
import { fromHex } from '../../bytes/hex.ts';
import type { Bytes, Provider } from '../../crypto/port.ts';
import type { Entry, Office, StatusAnswer, Workshop } from './model.ts';
import { makeStatusReply } from './ocsp.ts';
import { makeRevocationList } from './revocation-list.ts';
import { answerDays, certificateOf, day, listDays } from './workshop.ts';

/** The list that lies at the office where it is in force, else the one that it signs for that moment. */
export async function listAt(
  { register }: Workshop,
  office: Office,
  clock: number,
  provider: Provider,
): Promise<Bytes> {
  if (office.thisUpdate <= clock && clock < office.nextUpdate) return office.list;
  const revoked = register.flatMap(({ serial, issuer, revoked: how }) =>
    issuer === office.id && how && how.at <= clock
      ? [{ serial: Uint8Array.from(fromHex(serial)), ...how }]
      : [],
  );
  const request = {
    issuer: { name: certificateOf(office.certificate).subject, key: office.key },
    number: office.listNumber,
    thisUpdate: clock,
    nextUpdate: clock + listDays * day,
    revoked,
  };
  return makeRevocationList(request, provider);
}

/** The validation authority's answer about an entry, made at that moment for a server to staple: without a nonce. */
export async function answerAt(
  { serial, revoked }: Entry,
  issuer: Office,
  producedAt: number,
  provider: Provider,
): Promise<Bytes> {
  const answer: StatusAnswer =
    revoked && revoked.at <= producedAt ? { status: 'revoked', ...revoked } : { status: 'good' };
  const reply = {
    serial: Uint8Array.from(fromHex(serial)),
    issuer: certificateOf(issuer.certificate),
    key: issuer.key,
    answer,
    producedAt,
    nextUpdate: producedAt + answerDays * day,
  };
  return makeStatusReply(reply, provider);
}
