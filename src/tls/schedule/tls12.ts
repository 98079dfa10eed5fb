/**
 * The key derivation of TLS 1.2, RFC 5246 §8.1 and §6.3: one function, the PRF, with one label per purpose.
 *
 *     premaster_secret ── "master secret" / "extended master secret" ── main_secret ── "key expansion" ── key_block
 *                                                                           │                               │
 *                                                        "client finished", "server finished"   six parts, cut in order
 *
 * RFC 9846 calls the master secret main secret; the label on the wire did not change.
 */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { type Recorder, type Value, publicValue } from '../../crypto/recorder.ts';
import type { Tls12Suite } from '../registry/suite-parts.ts';

/** Both randoms, as every derivation of TLS 1.2 takes them. */
export interface Randoms {
  readonly client: Bytes;
  readonly server: Bytes;
}

/** Keys of one direction. Parts that the suite does not need are of no bytes. */
export interface WriteKeys {
  readonly macKey: Value;
  readonly key: Value;
  /** The implicit part of the nonce, fixed for the connection. */
  readonly iv: Value;
}

export interface ConnectionKeys {
  readonly client: WriteKeys;
  readonly server: WriteKeys;
}

/** `main_secret`, 48 bytes. With `sessionHash` it hangs on the whole handshake so far (RFC 7627 §4). */
export function mainSecret(
  rec: Recorder,
  suite: Tls12Suite,
  premaster: Value,
  randoms: Randoms,
  sessionHash: Value | undefined,
): Promise<Value> {
  if (sessionHash !== undefined) {
    return rec.prf(
      'main_secret',
      suite.prfHash,
      premaster,
      'extended master secret',
      [sessionHash],
      mainSecretLength,
      spec(7627, '4'),
    );
  }
  const seeds = [publicValue('client_random', randoms.client), publicValue('server_random', randoms.server)];
  const at = spec(5246, '8.1');
  return rec.prf('main_secret', suite.prfHash, premaster, 'master secret', seeds, mainSecretLength, at);
}

/** `key_block` and the keys it is cut into, RFC 5246 §6.3. Here the server's random stands first. */
export async function connectionKeys(
  rec: Recorder,
  suite: Tls12Suite,
  main: Value,
  randoms: Randoms,
): Promise<ConnectionKeys> {
  const lengths = [suite.macKeyLength, suite.keyLength, suite.fixedIvLength] as const;
  const at = spec(5246, '6.3');
  const length = 2 * lengths.reduce((sum, one) => sum + one, 0);
  const seeds = [publicValue('server_random', randoms.server), publicValue('client_random', randoms.client)];
  const block = await rec.prf('key_block', suite.prfHash, main, 'key expansion', seeds, length, at);
  const names = ['write_MAC_key', 'write_key', 'write_IV'];
  const parts = names.flatMap((name, i) =>
    ['client', 'server'].map((side) => ({ name: `${side}_${name}`, length: lengths[i] ?? 0 })),
  );
  const cut = rec.cut(
    'key_block_parts',
    block,
    parts.filter((part) => part.length > 0),
    at,
  );
  const keysOf = (side: 'client' | 'server'): WriteKeys => {
    const part = (name: string): Value =>
      cut.find((value) => value.name === `${side}_${name}`) ??
      publicValue(`${side}_${name}`, new Uint8Array());
    return { macKey: part('write_MAC_key'), key: part('write_key'), iv: part('write_IV') };
  };
  return { client: keysOf('client'), server: keysOf('server') };
}

/** verify_data of a Finished, RFC 5246 §7.4.9: 12 bytes of PRF over the hash of all messages before it. */
export function verifyData(
  rec: Recorder,
  suite: Tls12Suite,
  main: Value,
  side: 'client' | 'server',
  transcriptHash: Value,
): Promise<Value> {
  return rec.prf(
    `${side}_verify_data`,
    suite.prfHash,
    main,
    `${side} finished`,
    [transcriptHash],
    verifyDataLength,
    spec(5246, '7.4.9'),
  );
}

const mainSecretLength = 48;
const verifyDataLength = 12;
