/**
 * Key exchange by named group (RFC 9846 §4.3.8, §7.4): one Diffie-Hellman, on a curve or in a finite field, one
 * KEM, or a hybrid of both. A hybrid's share and secret are the concatenation of its parts', in the order of the registry.
 */
import { concat } from '../bytes/hex.ts';
import { spec } from '../bytes/spec.ts';
import { ffdheGroup } from '../crypto/ffdhe.ts';
import type { Bytes } from '../crypto/port.ts';
import type { Recorder, Value } from '../crypto/recorder.ts';
import { publicValue } from '../crypto/recorder.ts';
import type { TlsError } from './errors.ts';
import { allOrFault, fault, isTlsError } from './failure.ts';
import type { KeyShareEntry } from './messages/model.ts';
import { partName, shareLengths, type GroupPart, type NamedGroup } from './registry/groups.ts';
import { say } from '../bytes/say.ts';

interface PartKeys {
  readonly part: GroupPart;
  readonly privateKey: Value;
  readonly publicKey: Value;
}

/** What a client keeps of a share it has sent. */
export interface ClientShare {
  readonly group: NamedGroup;
  readonly keys: readonly PartKeys[];
  readonly entry: KeyShareEntry;
}

/**
 * Name of a part in the names of its values: 'client_x25519', 'server_p256'; of a hybrid with the group in
 * it, 'client_x25519mlkem768_x25519', because clients offer the hybrid and its half with keys of their own.
 */
function valueName(side: 'client' | 'server', group: NamedGroup, part: GroupPart): string {
  const hybrid = group.parts.length > 1 ? `${group.name.toLowerCase()}_` : '';
  return `${side}_${hybrid}${partName(part).toLowerCase().replaceAll('-', '')}`;
}

export async function makeClientShare(recorder: Recorder, group: NamedGroup): Promise<ClientShare> {
  const keys = await Promise.all(
    group.parts.map(async (part): Promise<PartKeys> => {
      const name = valueName('client', group, part);
      const pair =
        part.kind === 'kem'
          ? await recorder.generateKemKeyPair(name, part.kem, group.spec)
          : await generate(recorder, name, part, group);
      return { part, ...pair };
    }),
  );
  const keyExchange = concat(...keys.map((key) => key.publicKey.bytes));
  return { group, keys, entry: { group: group.code, keyExchange } };
}

/** Server: answers a client's share; the result is the shared secret and the share to send back. */
export async function answerShare(
  recorder: Recorder,
  group: NamedGroup,
  share: Bytes,
): Promise<{ readonly entry: KeyShareEntry; readonly sharedSecret: Value } | TlsError> {
  if (share.length !== shareLengths(group).client)
    return wrongLength(group, clientShares, share.length, shareLengths(group).client);
  const parts = cut(group, share, (part) =>
    part.kind === 'kem' ? part.encapsulationKeyLength : part.length,
  );
  const good = allOrFault(
    await Promise.all(parts.map(({ part, bytes }) => answerPart(recorder, group, part, bytes))),
  );
  if (isTlsError(good)) return good;
  return {
    entry: { group: group.code, keyExchange: concat(...good.map((answer) => answer.share)) },
    sharedSecret: join(
      recorder,
      good.map((answer) => answer.secret),
    ),
  };
}

async function answerPart(
  recorder: Recorder,
  group: NamedGroup,
  part: GroupPart,
  clientShare: Bytes,
): Promise<{ readonly share: Bytes; readonly secret: Value } | TlsError> {
  const peer = publicValue(`${valueName('client', group, part)}_public_key`, clientShare);
  if (part.kind === 'kem') {
    const sealed = await recorder.encapsulate(secretName(group, part), part.kem, peer, spec(9846, '7.4'));
    return sealed
      ? { share: sealed.ciphertext.bytes, secret: sealed.sharedSecret }
      : invalidShare(group, part, clientShares);
  }
  const own = await generate(recorder, valueName('server', group, part), part, group);
  const secret = await agree(recorder, secretName(group, part), part, own, peer);
  return secret ? { share: own.publicKey.bytes, secret } : invalidShare(group, part, clientShares);
}

/** Client: the shared secret from its own keys and the server's share. */
export async function finishShare(
  recorder: Recorder,
  own: ClientShare,
  share: Bytes,
): Promise<Value | TlsError> {
  const { group, keys } = own;
  if (share.length !== shareLengths(group).server)
    return wrongLength(group, serverShare, share.length, shareLengths(group).server);
  const parts = cut(group, share, (part) => (part.kind === 'kem' ? part.ciphertextLength : part.length));
  const good = allOrFault(
    await Promise.all(parts.map(({ bytes }, i) => finishPart(recorder, group, keys[i], bytes))),
  );
  return isTlsError(good) ? good : join(recorder, good);
}

async function finishPart(
  recorder: Recorder,
  group: NamedGroup,
  key: PartKeys | undefined,
  share: Bytes,
): Promise<Value | TlsError> {
  if (key === undefined) throw new Error('unreachable: a share has one key pair per part');
  const { part } = key;
  const name = secretName(group, part);
  if (part.kind === 'kem') {
    // A ciphertext of the right length always decapsulates; a wrong one gives an unrelated secret (FIPS 203 §6.3).
    return recorder.decapsulate(
      name,
      part.kem,
      key.privateKey,
      publicValue(`${name}_ciphertext`, share),
      spec(9846, '7.4'),
    );
  }
  const peer = publicValue(`${valueName('server', group, part)}_public_key`, share);
  return (await agree(recorder, name, part, key, peer)) ?? invalidShare(group, part, serverShare);
}

type DiffieHellman = Exclude<GroupPart, { readonly kind: 'kem' }>;

function generate(
  recorder: Recorder,
  name: string,
  part: DiffieHellman,
  { spec }: NamedGroup,
): Promise<{ readonly privateKey: Value; readonly publicKey: Value }> {
  return part.kind === 'dh'
    ? recorder.generateDhKeyPair(name, part.curve, spec)
    : recorder.generateFfdhKeyPair(name, ffdheGroup(part.group), spec);
}

function agree(
  recorder: Recorder,
  name: string,
  part: DiffieHellman,
  own: Pick<PartKeys, 'privateKey' | 'publicKey'>,
  peer: Value,
): Promise<Value | undefined> {
  return part.kind === 'dh'
    ? recorder.agree(name, part.curve, own, peer, spec(9846, '7.4.2'))
    : recorder.agreeFfdh(name, ffdheGroup(part.group), own, peer, spec(9846, '7.4.1'));
}

const clientShares = 'ClientHello.extensions.key_share.client_shares';
const serverShare = 'ServerHello.extensions.key_share.server_share';

function secretName(group: NamedGroup, part: GroupPart): string {
  return group.parts.length === 1
    ? 'shared_secret'
    : `${partName(part).toLowerCase().replaceAll('-', '')}_secret`;
}

function join(recorder: Recorder, secrets: readonly Value[]): Value {
  const [only, ...more] = secrets;
  if (only !== undefined && more.length === 0) return only;
  return recorder.concatenate('shared_secret', secrets, spec(9846, '7.1'));
}

function cut(
  group: NamedGroup,
  share: Bytes,
  lengthOf: (part: GroupPart) => number,
): { part: GroupPart; bytes: Bytes }[] {
  let at = 0;
  return group.parts.map((part) => {
    const bytes = share.slice(at, at + lengthOf(part));
    at += lengthOf(part);
    return { part, bytes };
  });
}

function wrongLength(group: NamedGroup, at: string, found: number, wanted: number): TlsError {
  return fault(
    'invalid-key-share',
    at,
    say('{}: {} bytes, {} expected', group.name, found, wanted),
    group.spec,
  );
}

function invalidShare(group: NamedGroup, part: GroupPart, at: string): TlsError {
  return fault(
    'invalid-key-share',
    at,
    say('{}: no valid {} public key', group.name, partName(part)),
    group.spec,
  );
}
