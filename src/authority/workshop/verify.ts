/** Whether a signed document of the workshop holds under its issuer's key. */
import { type DerNode, universal } from '../../bytes/der-node.ts';
import { bitStringOf } from '../../bytes/der-values.ts';
import { catchDecode, parseDer } from '../../bytes/der.ts';
import type { Bytes, Provider } from '../../crypto/port.ts';
import { readAlgorithm, signatureNameOf } from '../../x509/algorithm.ts';
import type { Certificate } from '../../x509/model.ts';
import { need, nested } from '../../x509/read.ts';

/**
 * For every document of the shape SEQUENCE { what is signed, AlgorithmIdentifier, BIT STRING, … }: certificates,
 * revocation lists, and the BasicOCSPResponse inside an OCSPResponse. False for what has another shape.
 */
export async function holdsUnder(der: Bytes, issuer: Certificate, provider: Provider): Promise<boolean> {
  const parsed = parseDer(der);
  if (!parsed.ok) return false;
  const decoded = catchDecode(parsed.field, () => {
    const root = basicResponse(parsed.value, der) ?? parsed.value;
    const [tbs, algorithm, signature] = root.children ?? [];
    const signed = need(tbs, universal.SEQUENCE, 'signed', root);
    const bits = need(signature, universal.BIT_STRING, 'signature', root);
    return {
      value: {
        algorithm: readAlgorithm(algorithm, der, { name: 'algorithm', path: 'algorithm' }, root).value,
        tbs: der.slice(signed.start, signed.end),
        signature: bitStringOf(bits, der).bytes.slice(),
      },
      field: parsed.field,
    };
  });
  if (!decoded.ok) return false;
  const { algorithm, tbs, signature } = decoded.value;
  const name = signatureNameOf(algorithm, issuer.publicKey);
  if (!('name' in name)) return false;
  return (await provider.verify(name.name, issuer.subjectPublicKeyInfo, tbs, signature)).value;
}

// OCSPResponse ::= SEQUENCE { ENUMERATED, [0] { SEQUENCE { OBJECT IDENTIFIER, OCTET STRING } } }, RFC 6960 §4.2.1.
function basicResponse(root: DerNode, bytes: Bytes): DerNode | undefined {
  const octets = root.children?.[1]?.children?.[0]?.children?.[1];
  if (octets?.tagClass !== 'universal' || octets.tag !== universal.OCTET_STRING) return undefined;
  return nested(bytes, octets.start + octets.headerLength, octets.end, 'OCSPResponse.response');
}
