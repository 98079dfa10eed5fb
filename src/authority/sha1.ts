/** Signatures over SHA-1, for certificates that a validator must refuse. Outside the crypto port: no protocol here may use them. */
import type { Bytes } from '../crypto/port.ts';
import { element, sequence } from './der.ts';
import type { KeyPair } from './pki.ts';

/** ECDSA-Sig-Value or the RSA signature, as certificates carry them. */
export function sha1Signer(subtle: SubtleCrypto): (data: Bytes, key: KeyPair) => Promise<Bytes> {
  return async (data, { kind, privateKey }) => {
    if (kind.startsWith('RSA')) {
      const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' };
      const key = await subtle.importKey('pkcs8', privateKey, algorithm, false, ['sign']);
      return new Uint8Array(await subtle.sign(algorithm.name, key, data));
    }
    const curve = { name: 'ECDSA', namedCurve: kind === 'EC P-384' ? 'P-384' : 'P-256' };
    const key = await subtle.importKey('pkcs8', privateKey, curve, false, ['sign']);
    const raw = new Uint8Array(await subtle.sign({ name: 'ECDSA', hash: 'SHA-1' }, key, data));
    const half = raw.length / 2;
    return sequence(integer(raw.subarray(0, half)), integer(raw.subarray(half)));
  };
}

/** A positive INTEGER in as few octets as possible. */
function integer(bytes: Uint8Array): Bytes {
  const first = bytes.findIndex((octet) => octet !== 0);
  const digits = bytes.subarray(first < 0 ? bytes.length - 1 : first);
  return element(0x02, (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(), digits);
}
