/**
 * RSA keys under their two names: rsaEncryption, good for everything, and id-RSASSA-PSS (RFC 4055 §1.2), which makes
 * signatures of that form and nothing else. The numbers inside are the same. WebCrypto takes and gives only the first.
 */
import { concat, fromHex } from '../bytes/hex.ts';
import { type Element, children, readElement, tags, writeElement } from './der.ts';
import type { Bytes } from './port.ts';

/** AlgorithmIdentifier with NULL, RFC 3279 §2.3.1. */
const rsaEncryption = fromHex('300d06092a864886f70d0101010500');
/** Without parameters: with any hash, RFC 4055 §3.1. */
const rsassaPss = fromHex('300b06092a864886f70d01010a');

/** The key in this SubjectPublicKeyInfo or PKCS#8 container as one of rsaEncryption. */
export function asRsaEncryption(container: Bytes): Bytes {
  return withAlgorithm(container, rsaEncryption);
}

/** The key in this container as one that only makes RSASSA-PSS signatures. */
export function asRsassaPss(container: Bytes): Bytes {
  return withAlgorithm(container, rsassaPss);
}

/** The one SEQUENCE among the members of either container is the AlgorithmIdentifier. */
function withAlgorithm(container: Bytes, identifier: Uint8Array): Bytes {
  const outer = readElement(container, 0);
  const members = outer && children(outer);
  if (members === undefined) throw new TypeError('no container of a key');
  const written = members.map((member) => (member.tag === tags.sequence ? identifier : write(member)));
  return writeElement(tags.sequence, concat(...written));
}

function write({ tag, content }: Element): Bytes {
  return writeElement(tag, content);
}
