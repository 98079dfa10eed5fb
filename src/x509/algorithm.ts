/** AlgorithmIdentifier (RFC 5280 §4.1.1.2) and the signature algorithms this laboratory can check. */
import { type DerNode, isContext, universal } from '../bytes/der-node.ts';
import { oidOf, smallIntegerOf } from '../bytes/der-values.ts';
import { derField } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import { spec } from '../bytes/spec.ts';
import type { SignatureName } from '../crypto/port.ts';
import { domainParametersField } from './domain-parameters.ts';
import type { AlgorithmIdentifier, PublicKey } from './model.ts';
import { oidName } from './oids.ts';
import { elementCopy, misplaced, need, needEnd, needSequence, type Place, type Read } from './read.ts';

const pssOid = '1.2.840.113549.1.1.10';

export function readAlgorithm(
  node: DerNode | undefined,
  bytes: Uint8Array,
  place: Place,
  parent: DerNode,
): Read<AlgorithmIdentifier> {
  const sequence = need(node, universal.SEQUENCE, place.path, parent);
  const [first, parameters, ...rest] = sequence.children ?? [];
  const oidNode = need(first, universal.OBJECT_IDENTIFIER, `${place.path}.algorithm`, sequence);
  needEnd(rest, 0, place.path);
  const oid = oidOf(oidNode, bytes, `${place.path}.algorithm`);
  const name = oidName(oid);
  const label = { type: 'oid', oid, ...(name !== undefined && { name }) } as const;
  const pss =
    oid === pssOid && parameters
      ? readPss(parameters, bytes, `${place.path}.parameters`, sequence)
      : undefined;
  const children: Field[] = [
    derField(oidNode, bytes, 'algorithm', { key: 'AlgorithmIdentifier.algorithm', value: label }),
  ];
  if (parameters)
    children.push(
      pss?.field ??
        domainParametersField(oid, parameters, bytes) ??
        derField(parameters, bytes, 'parameters', {
          key: 'AlgorithmIdentifier.parameters',
          ...oidLabel(parameters, bytes),
        }),
    );
  return {
    value: { oid, name: name ?? oid, der: elementCopy(sequence, bytes), ...(pss && { pss: pss.value }) },
    field: derField(sequence, bytes, place.name, {
      key: place.key ?? place.name,
      value: label,
      ...(place.spec && { spec: place.spec }),
      children,
    }),
  };
}

export interface Taste {
  /** Only what the web uses: the hash of ECDSA goes with the curve (Baseline Requirements §7.1.3.2). Default true. */
  readonly web?: boolean;
  /** SHA-1 too; for clients that still take it. MD5 is never checked. */
  readonly sha1?: boolean;
}

/**
 * The operation of the crypto port that checks a signature of this algorithm under this key, or why
 * there is none.
 */
export function signatureNameOf(
  algorithm: AlgorithmIdentifier,
  key: PublicKey,
  { web = true, sha1 = false }: Taste = {},
): { readonly name: SignatureName } | { readonly code: 'weak-algorithm' | 'unsupported-algorithm' } {
  if (/md2|md5/i.test(algorithm.name) || (/sha1$|sha1With/i.test(algorithm.name) && !sha1))
    return { code: 'weak-algorithm' };
  const name = supported(algorithm, key, web);
  return name === undefined ? { code: 'unsupported-algorithm' } : { name };
}

function supported(algorithm: AlgorithmIdentifier, key: PublicKey, web: boolean): SignatureName | undefined {
  const bits = hashBits(algorithm.name);
  switch (key.algorithm) {
    case 'EC': {
      const curve = curveNames[key.curve ?? ''];
      if (bits === undefined || curve === undefined || !algorithm.name.startsWith('ecdsa-with-'))
        return undefined;
      const paired = { P256: 256, P384: 384, P521: 512 }[curve];
      return web && bits !== paired && bits !== 1 ? undefined : `ECDSA-${curve}-SHA${bits}`;
    }
    case 'RSA':
      if (algorithm.oid === pssOid) return pssName(algorithm);
      return bits === undefined || !algorithm.name.endsWith('WithRSAEncryption')
        ? undefined
        : `RSA-PKCS1-SHA${bits}`;
    case 'Ed25519':
      return algorithm.name === 'id-Ed25519' ? 'Ed25519' : undefined;
    case 'ML-DSA':
      return algorithm.oid === key.oid ? mlDsaNames[key.oid] : undefined;
    case 'Ed448':
      return algorithm.name === 'id-Ed448' ? 'Ed448' : undefined;
    case 'DSA':
      return algorithm.name === 'id-dsa-with-sha256' ? 'DSA-SHA256' : undefined;
    // A key for RSASSA-PSS alone: no authority of the web has one (Baseline Requirements §7.1.3.1.1).
    case 'RSASSA-PSS':
      return web || algorithm.oid !== pssOid ? undefined : restrictedPss(algorithm, key);
    case 'DH':
    case 'unknown':
      return undefined;
  }
}

const curveNames: Readonly<Record<string, 'P256' | 'P384' | 'P521'>> = {
  'P-256': 'P256',
  'P-384': 'P384',
  'P-521': 'P521',
};

/** RFC 9881 §3: key and signature have the same identifier. */
const mlDsaNames: Readonly<Record<string, SignatureName>> = {
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};

function hashBits(name: string): 1 | 256 | 384 | 512 | undefined {
  const bits = Number(/^(?:sha|ecdsa-with-SHA)(\d+)/.exec(name)?.[1]);
  return bits === 1 || bits === 256 || bits === 384 || bits === 512 ? bits : undefined;
}

/** RSASSA-PSS as TLS uses it: one hash for message and mask, and a salt as long as the hash. */
function pssName({ pss }: AlgorithmIdentifier): SignatureName | undefined {
  if (pss === undefined || pss.hash !== pss.mgfHash) return undefined;
  if (pss.hash === 'id-sha256' && pss.saltLength === 32) return 'RSA-PSS-SHA256';
  if (pss.hash === 'id-sha384' && pss.saltLength === 48) return 'RSA-PSS-SHA384';
  if (pss.hash === 'id-sha512' && pss.saltLength === 64) return 'RSA-PSS-SHA512';
  return undefined;
}

/** Parameters in the key have to stand in the signature too, RFC 9846 §4.3.3. */
function restrictedPss(algorithm: AlgorithmIdentifier, { pss }: PublicKey): SignatureName | undefined {
  const { hash, mgfHash, saltLength } = algorithm.pss ?? {};
  const same =
    pss === undefined || (pss.hash === hash && pss.mgfHash === mgfHash && pss.saltLength === saltLength);
  return same ? pssName(algorithm) : undefined;
}

// RSASSA-PSS-params, RFC 4055 §3.1: every member is optional, and what is absent is SHA-1 and 20 octets.
function readPss(
  node: DerNode,
  bytes: Uint8Array,
  path: string,
  parent: DerNode,
): Read<NonNullable<AlgorithmIdentifier['pss']>> {
  const members = needSequence(node, path, parent);
  let hash = 'id-sha1';
  let mgfHash = 'id-sha1';
  let saltLength = 20;
  const children = members.map((member): Field => {
    const inner = member.children?.[0];
    if (isContext(member, 0)) {
      const read = readAlgorithm(
        inner,
        bytes,
        { name: 'HashAlgorithm', path: `${path}.hashAlgorithm` },
        member,
      );
      hash = read.value.name;
      return derField(member, bytes, 'hashAlgorithm', {
        key: 'RSASSA-PSS-params.hashAlgorithm',
        children: [read.field],
      });
    }
    if (isContext(member, 1)) {
      const mgfPath = `${path}.maskGenAlgorithm`;
      const read = readAlgorithm(inner, bytes, { name: 'MaskGenAlgorithm', path: mgfPath }, member);
      mgfHash = readAlgorithm(inner?.children?.[1], bytes, { name: 'HashAlgorithm', path: mgfPath }, member)
        .value.name;
      return derField(member, bytes, 'maskGenAlgorithm', {
        key: 'RSASSA-PSS-params.maskGenAlgorithm',
        children: [read.field],
      });
    }
    if (isContext(member, 2)) {
      saltLength = smallIntegerOf(
        need(inner, universal.INTEGER, `${path}.saltLength`, member),
        bytes,
        `${path}.saltLength`,
      );
      return derField(member, bytes, 'saltLength', { key: 'RSASSA-PSS-params.saltLength' });
    }
    if (isContext(member, 3))
      return derField(member, bytes, 'trailerField', { key: 'RSASSA-PSS-params.trailerField' });
    return misplaced(member, path, 'RSASSA-PSS-params', spec(4055, '3.1'));
  });
  return {
    value: { hash, mgfHash, saltLength },
    field: derField(node, bytes, 'parameters', {
      key: 'RSASSA-PSS-params',
      spec: spec(4055, '3.1'),
      value: { type: 'text', value: `${hash}, ${saltLength}` },
      children,
    }),
  };
}

/** Parameters that are one OID (a curve) are shown by its name. */
export function oidLabel(
  node: DerNode,
  bytes: Uint8Array,
): { readonly value?: { readonly type: 'oid'; readonly oid: string; readonly name?: string } } {
  if (node.tagClass !== 'universal' || node.tag !== universal.OBJECT_IDENTIFIER) return {};
  const oid = oidOf(node, bytes);
  const name = oidName(oid);
  return { value: { type: 'oid', oid, ...(name !== undefined && { name }) } };
}
