/**
 * Proofs: values that only a passed check can make. A state that needs one cannot be built without it,
 * so `WaitFinished` without a verified chain and signature is a type error, not a bug to be found.
 */
import { concat, equal, utf8 } from '../bytes/hex.ts';
import { spec, type Spec } from '../bytes/spec.ts';
import type { Bytes } from '../crypto/port.ts';
import type { Recorder, Value } from '../crypto/recorder.ts';
import { publicValue } from '../crypto/recorder.ts';
import { decodeCertificate, type Certificate } from '../x509/certificate.ts';
import type { PathPolicy, RevocationInput } from '../x509/path/input.ts';
import type { PathResult } from '../x509/path/result.ts';
import type { FetchIssuer } from '../x509/path/fetch.ts';
import type { PathInput } from '../x509/path/input.ts';
import { type PathPurpose, type ReferenceName, validatePath } from '../x509/path/validate.ts';
import type { TlsError } from './errors.ts';
import { fault, isTlsError } from './failure.ts';
import type { CertificateMessage, CertificateVerify, Finished } from './messages/model.ts';
import type { PreSharedKey } from './psk.ts';
import { extensionCodes } from './registry/extensions.ts';
import { schemeByCode, tls12SchemeByCode, type SignatureScheme } from './registry/schemes.ts';
import { say } from '../bytes/say.ts';

declare const proven: unique symbol;

/**
 * The peer's certificate chains to a trust anchor, fits the purpose and, for servers, the name; or the user has
 * accepted this very certificate although it does not.
 */
export interface VerifiedChain {
  readonly [proven]: 'chain';
  readonly leaf: Certificate;
}

/** The peer holds the private key of that certificate: its signature over this very transcript verified. */
export interface VerifiedPeer {
  readonly [proven]: 'peer';
  readonly chain: VerifiedChain;
  readonly scheme: number;
}

/**
 * The server took the PSK that this client offered. Who it is has been proved when the PSK was made; that it has it,
 * its Finished proves, whose key is derived from it (RFC 9846 §2.2).
 */
export interface SelectedPsk {
  readonly [proven]: 'psk';
  readonly psk: PreSharedKey;
}

/**
 * By what a client of TLS 1.2 knows its server. Only a signature proves the private key at once; in RSA key
 * exchange and static (EC)DH, and with a PSK, the server's Finished does, because without the key it could not
 * have made it.
 */
export type ServerIdentity =
  | { readonly kind: 'signed'; readonly peer: VerifiedPeer }
  | { readonly kind: 'key-in-certificate'; readonly chain: VerifiedChain }
  | { readonly kind: 'psk' }
  | { readonly kind: 'anonymous' };

/** What a party validates its peer's certificates against. */
export interface TrustPolicy {
  readonly store: readonly Certificate[];
  readonly cached: readonly Certificate[];
  /** Authorities whose keys have fallen. */
  readonly distrusted?: readonly Certificate[];
  /** Fetches the issuer of a certificate by the address in it; absent: this party does not. */
  readonly fetch?: FetchIssuer;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly purpose: PathPurpose;
  /** What the user asked for; absent where names are not checked (client certificates). */
  readonly name?: ReferenceName;
  /** How strict this party is; default: a careful browser. */
  readonly policy?: PathPolicy;
  /** Certificates (DER) that the user accepted after a warning. They count as leaf only, whatever their path says. */
  readonly exceptions?: readonly Bytes[];
  /** What is known about revocation; the stapled responses of the handshake are added to it. */
  readonly revocation?: RevocationInput;
}

/** Reads the certificates of a Certificate message. Each must be DER of an X.509 certificate. */
export function certificatesOf(message: CertificateMessage): readonly Certificate[] | TlsError {
  const certificates: Certificate[] = [];
  for (const [i, entry] of message.entries.entries()) {
    const decoded = decodeCertificate(entry.certData);
    if (!decoded.ok) {
      const at = `Certificate.certificate_list.[${i}].cert_data.${decoded.error.path}`;
      return {
        ...fault('malformed-certificate', at, decoded.error.detail, spec(9846, '4.5.1')),
        decode: decoded.error,
      };
    }
    certificates.push(decoded.value);
  }
  return certificates;
}

/**
 * The OCSP responses that came with the certificates of a TLS 1.3 Certificate message, by their index:
 * status_request in a CertificateEntry holds a CertificateStatus (RFC 9846 §4.5.1.1, RFC 6066 §8). What is none
 * stays as it is, so that the check of revocation says so.
 */
export function staplesOf({ entries }: CertificateMessage): readonly (Bytes | undefined)[] {
  return entries.map(({ extensions }) => {
    const found = extensions.find(
      (extension) => extension.type === 'unknown' && extension.code === extensionCodes.status_request,
    );
    if (found?.type !== 'unknown') return undefined;
    const { data } = found;
    // status_type 1 is ocsp; then a length of three bytes.
    return data[0] === 1 && data.length > 4 ? data.slice(4) : data;
  });
}

/** Validates the chain; the path result is reported whatever the verdict. `stapled`: OCSP responses by index. */
export async function verifyChain(
  recorder: Recorder,
  sent: readonly Certificate[],
  policy: TrustPolicy,
  onPath: (path: PathResult) => void,
  stapled: readonly (Bytes | undefined)[] = [],
): Promise<VerifiedChain | TlsError> {
  const input: PathInput = {
    sent,
    store: policy.store,
    cached: policy.cached,
    at: policy.at,
    purpose: policy.purpose,
    ...(policy.name && { name: policy.name }),
    ...(policy.distrusted && { distrusted: policy.distrusted }),
    ...(policy.policy && { policy: policy.policy }),
    ...(policy.revocation && { revocation: { stapled, ...policy.revocation } }),
    verify: (algorithm, publicKey, tbs, signature, subject, what = 'certificate') =>
      recorder.verify(
        `verify ${what} ${subject}`,
        algorithm,
        publicValue('issuer_public_key', publicKey),
        publicValue('tbs_certificate', tbs),
        publicValue('certificate_signature', signature),
        spec(5280, '6.1.3'),
      ),
    digest: async (hash, data) =>
      (await recorder.hash('issuer_hash', hash, publicValue('issuer', data), spec(6960, '4.1.1'))).bytes,
  };
  const path = policy.fetch ? await validateWith(policy.fetch, input) : await validatePath(input);
  onPath(path);
  const leaf = sent[0];
  if (path.verdict === 'trusted' && leaf !== undefined) return { leaf } as VerifiedChain;
  const excepted = leaf !== undefined && policy.exceptions?.some((der) => equal(der, leaf.der));
  if (excepted === true && mayBeOverruled(path)) return { leaf } as VerifiedChain;
  return chainFault(path);
}

async function validateWith(fetch: FetchIssuer, input: PathInput): Promise<PathResult> {
  const { validateFetching } = await import('../x509/path/fetch.ts');
  return (await validateFetching(input, fetch)).path;
}

/** Faults that browsers let their users overrule: nobody known vouches for it, it is out of date, or it is for another name. */
export function mayBeOverruled({ failure }: PathResult): boolean {
  return failure !== undefined && overrulable.has(failure.id) && failure.code !== 'distrusted';
}

const overrulable: ReadonlySet<string> = new Set(['trust-anchor', 'validity', 'host-name']);

async function chainFault(path: PathResult): Promise<TlsError> {
  const { failureKind } = await import('../x509/path/codes.ts');
  const code = path.failure?.code ?? 'issuer-not-found';
  const at = path.failure?.evidence[0]?.field ?? '';
  return {
    fault: 'bad-certificate',
    code,
    alert: failureKind(code)?.alert ?? 'certificate_unknown',
    at,
    detail: say('check {} failed: {}', path.failure?.id ?? 'trust-anchor', code),
    spec: path.failure?.spec ?? spec(5280, '6.1'),
  };
}

/**
 * What a CertificateVerify signs: 64 spaces, a context string, a zero byte and the transcript hash,
 * so that no signature made for another purpose can be passed off as one (RFC 9846 §4.5.2).
 */
export function certificateVerifyContent(signer: 'server' | 'client', transcriptHash: Value): Value {
  const bytes = concat(beforeHash[signer], transcriptHash.bytes);
  return { name: `${signer}_certificate_verify_content`, bytes, secrecy: 'transcript' };
}

/** 64 spaces, the context string, a zero byte. */
const beforeHash = { server: contextOf('server'), client: contextOf('client') };

function contextOf(signer: 'server' | 'client'): Bytes {
  return utf8(`${' '.repeat(64)}TLS 1.3, ${signer} CertificateVerify\0`);
}

export async function verifyPeer(
  recorder: Recorder,
  chain: VerifiedChain,
  message: CertificateVerify,
  signer: 'server' | 'client',
  transcriptHash: Value,
  offered: readonly number[],
): Promise<VerifiedPeer | TlsError> {
  const scheme = checkScheme(chain.leaf, message.scheme, schemeByCode(message.scheme), offered);
  if (isTlsError(scheme)) return scheme;
  if (!scheme.handshake) {
    const detail = say('{} signs certificates in TLS 1.3, and nothing else', scheme.name);
    return fault('unoffered-signature-scheme', 'CertificateVerify.algorithm', detail, spec(9846, '4.5.2'));
  }
  const verified = await recorder.verify(
    `verify ${signer}_certificate_verify`,
    scheme.signature,
    publicValue(`${signer}_certificate_public_key`, chain.leaf.subjectPublicKeyInfo),
    certificateVerifyContent(signer, transcriptHash),
    publicValue(`${signer}_certificate_verify`, message.signature),
    spec(9846, '4.5.2'),
  );
  if (verified) return { chain, scheme: message.scheme } as VerifiedPeer;
  const detail = say('{} signature does not verify with the key of the certificate', scheme.name);
  return fault('bad-certificate-verify', 'CertificateVerify.signature', detail, spec(9846, '4.5.2'));
}

/**
 * The MAC of a Finished (RFC 9846 §4.5.3). A wrong length is a form that the message does not have
 * (decode_error), a wrong MAC of the right length a failed check (decrypt_error).
 */
export function checkFinished(
  expected: Value,
  { verifyData }: Finished,
  section: Spec = spec(9846, '4.5.3'),
): TlsError | undefined {
  const at = 'Finished.verify_data';
  if (verifyData.length !== expected.bytes.length) {
    return fault(
      'malformed',
      at,
      say('{} bytes, {} expected', verifyData.length, expected.bytes.length),
      section,
    );
  }
  if (equal(expected.bytes, verifyData)) return undefined;
  return fault('bad-finished', at, say('the MAC over the transcript is not the one computed here'), section);
}

/** A signature of TLS 1.2: over the server's key exchange parameters, or over all messages so far. */
export async function verifyTls12Signature(
  recorder: Recorder,
  chain: VerifiedChain,
  signed: { readonly scheme: number; readonly signature: Bytes },
  what: Tls12Signed,
  content: Value,
  offered: readonly number[],
): Promise<VerifiedPeer | TlsError> {
  const { at, name, signer, where } = what;
  const known = tls12SchemeByCode(signed.scheme, keyOf(chain.leaf));
  const scheme = checkScheme(chain.leaf, signed.scheme, known, offered, `${at}.algorithm`, where);
  if (isTlsError(scheme)) return scheme;
  const verified = await recorder.verify(
    `verify ${name}`,
    scheme.signature,
    publicValue(`${signer}_certificate_public_key`, chain.leaf.subjectPublicKeyInfo),
    content,
    publicValue(name, signed.signature),
    where,
  );
  if (verified) return { chain, scheme: signed.scheme } as VerifiedPeer;
  const detail = say('{} signature does not verify with the key of the certificate', scheme.name);
  return fault(what.code, `${at}.signature`, detail, where);
}

export interface Tls12Signed {
  readonly code: 'bad-certificate-verify' | 'bad-server-key-exchange';
  readonly at: string;
  readonly name: string;
  readonly signer: 'server' | 'client';
  readonly where: Spec;
}

/** RFC 5246 §7.4.3: the parameters, bound to this handshake by both randoms. */
export const serverParamsSigned: Tls12Signed = {
  code: 'bad-server-key-exchange',
  at: 'ServerKeyExchange.signed_params',
  name: 'server_key_exchange_signature',
  signer: 'server',
  where: spec(5246, '7.4.3'),
};

/** RFC 5246 §7.4.8. */
export const clientMessagesSigned: Tls12Signed = {
  code: 'bad-certificate-verify',
  at: 'CertificateVerify',
  name: 'client_certificate_verify',
  signer: 'client',
  where: spec(5246, '7.4.8'),
};

/**
 * The scheme that this side signs with in TLS 1.2: RSA may still use PKCS #1 v1.5 there, and ECDSA any hash with any
 * curve.
 */
export function chooseTls12Scheme(
  certificate: Certificate,
  offered: readonly number[],
  accepted: readonly number[],
): SignatureScheme | undefined {
  const key = keyOf(certificate);
  const code = offered.find(
    (one) => accepted.includes(one) && fitsKey(tls12SchemeByCode(one, key), certificate),
  );
  return code === undefined ? undefined : tls12SchemeByCode(code, key);
}

function checkScheme(
  leaf: Certificate,
  code: number,
  scheme: SignatureScheme | undefined,
  offered: readonly number[],
  at = 'CertificateVerify.algorithm',
  where: Spec = spec(9846, '4.5.2'),
): SignatureScheme | TlsError {
  if (!offered.includes(code) || scheme === undefined) {
    const detail = say(
      'scheme 0x{} was not offered for handshake signatures',
      code.toString(16).padStart(4, '0'),
    );
    return fault('unoffered-signature-scheme', at, detail, where);
  }
  if (!fitsKey(scheme, leaf)) {
    const { kind, pss } = leaf.publicKey;
    const detail = pss
      ? say(
          '{} needs a key of type {}, the certificate has {} for {} alone',
          scheme.name,
          scheme.key,
          kind,
          pss.hash.replace('id-', ''),
        )
      : say('{} needs a key of type {}, the certificate has {}', scheme.name, scheme.key, kind);
    return fault('scheme-does-not-fit-key', at, detail, where);
  }
  return scheme;
}

/** Key type in the terms of the scheme registry: 'P-256', 'RSA', 'Ed25519'. */
export function keyOf(certificate: Certificate): string {
  return certificate.publicKey.kind.replace(/^EC /, '').replace(/^(RSA|RSASSA-PSS|DSA) .*/, '$1');
}

/** An RSASSA-PSS key may be bound to one hash, which then is that of the scheme (RFC 4055 §3.1, RFC 9846 §4.3.3). */
function fitsKey(
  scheme: SignatureScheme | undefined,
  certificate: Certificate,
  key = keyOf(certificate),
): boolean {
  if (scheme?.key !== key) return false;
  const { pss } = certificate.publicKey;
  if (pss === undefined) return true;
  const bits = Number(/\d+$/.exec(scheme.signature)?.[0]);
  return [pss.hash, pss.mgfHash].every((hash) => hash === `id-sha${bits}`) && pss.saltLength <= bits / 8;
}

/** The first scheme of `offered` that fits the key and that this side also accepts. */
export function chooseScheme(
  certificate: Certificate,
  offered: readonly number[],
  accepted: readonly number[],
): number | undefined {
  const key = keyOf(certificate);
  return offered.find((code) => {
    const scheme = schemeByCode(code);
    return accepted.includes(code) && scheme?.handshake === true && fitsKey(scheme, certificate, key);
  });
}
