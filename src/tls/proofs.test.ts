/** Which schemes fit a key. Whole handshakes with such keys are in lab/signatures.test.ts. */
import { describe, expect, it } from 'vitest';
import { fromHex } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { signatureNameOf } from '../x509/algorithm.ts';
import { decodeCertificate, type Certificate } from '../x509/certificate.ts';
import { chooseScheme, chooseTls12Scheme } from './proofs.ts';
import { tls12SchemeByCode } from './registry/schemes.ts';
import vectors from './testing/vectors/pss-keys.json' with { type: 'json' };

const provider = await createProvider();
const pss = [0x0809, 0x080a, 0x080b];
const everything = [0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, ...pss];

type KeyName = keyof typeof vectors.certificates;

function certificateOf(name: KeyName): Certificate {
  const decoded = decodeCertificate(fromHex(vectors.certificates[name]) as Bytes);
  if (!decoded.ok) throw new Error(decoded.error.detail);
  return decoded.value;
}

describe('RSASSA-PSS keys, by what their parameters permit (RFC 4055 §3.1)', () => {
  it.each([
    ['any hash', pss],
    ['SHA-384, salt of 48', [0x080a]],
    ['SHA-256, salt of at least 20', [0x0809]],
    // Schemes of TLS mask with the hash they sign with.
    ['SHA-256 over a mask by SHA-1', []],
  ] as const satisfies readonly (readonly [KeyName, readonly number[]])[])('%s', (name, fitting) => {
    const certificate = certificateOf(name);
    const chosen = (choose: (offered: readonly number[]) => number | undefined): readonly number[] =>
      everything.filter((code) => choose([code]) === code);
    expect(chosen((offered) => chooseScheme(certificate, offered, everything))).toEqual(fitting);
    expect(chosen((offered) => chooseTls12Scheme(certificate, offered, everything)?.code)).toEqual(fitting);
  });
});

describe('certificates signed with such a key', () => {
  it.each([['SHA-384, salt of 48', 'RSA-PSS-SHA384']] as const)(
    '%s: verified by RFC 5280, refused by the rules of the web',
    async (name, algorithm) => {
      const { signature, publicKey, subjectPublicKeyInfo, tbs, signatureValue } = certificateOf(name);
      expect(signatureNameOf(signature, publicKey)).toEqual({ code: 'unsupported-algorithm' });
      expect(signatureNameOf(signature, publicKey, { web: false })).toEqual({ name: algorithm });
      expect((await provider.verify(algorithm, subjectPublicKeyInfo, tbs, signatureValue)).value).toBe(true);
    },
  );

  it('parameters of the key that the signature does not have', () => {
    const { signature } = certificateOf('any hash');
    const { publicKey } = certificateOf('SHA-384, salt of 48');
    expect(signatureNameOf(signature, publicKey, { web: false })).toEqual({ code: 'unsupported-algorithm' });
  });
});

it('in TLS 1.2 an ECDSA scheme is a hash, and the curve is the key’s', () => {
  expect(tls12SchemeByCode(0x0403, 'P-521')?.signature).toBe('ECDSA-P521-SHA256');
  expect(tls12SchemeByCode(0x0603, 'P-256')?.signature).toBe('ECDSA-P256-SHA512');
  expect(tls12SchemeByCode(0x0403, 'Ed25519')?.key).toBe('P-256');
  expect(tls12SchemeByCode(0x0804, 'P-256')?.key).toBe('RSA');
});
