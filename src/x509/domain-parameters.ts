/**
 * Keys over a finite field: DSA (RFC 3279 §2.3.2) and Diffie-Hellman (RFC 3279 §2.3.3, PKCS #3). Their domain
 * parameters stand in the AlgorithmIdentifier, and the key itself is one INTEGER.
 */
import { type DerNode, isUniversal, universal } from '../bytes/der-node.ts';
import { integerOf } from '../bytes/der-values.ts';
import { derField } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import { spec } from '../bytes/spec.ts';
import type { PublicKey } from './model.ts';
import { need, nested } from './read.ts';

interface Kind {
  readonly algorithm: 'DSA' | 'DH';
  /** What the RFC calls the parameters, and its members in order; more may follow (j, seed). */
  readonly type: string;
  readonly members: readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  '1.2.840.10040.4.1': { algorithm: 'DSA', type: 'Dss-Parms', members: ['p', 'q', 'g'] },
  '1.2.840.10046.2.1': { algorithm: 'DH', type: 'DomainParameters', members: ['p', 'g', 'q'] },
  '1.2.840.113549.1.3.1': { algorithm: 'DH', type: 'DHParameter', members: ['prime', 'base'] },
};

const where = spec(3279, '2.3.2');

/** The parameters of an AlgorithmIdentifier as fields; undefined for another algorithm, or where they are none. */
export function domainParametersField(
  oid: string,
  parameters: DerNode,
  bytes: Uint8Array,
): Field | undefined {
  const kind = kinds[oid];
  if (kind === undefined || !isUniversal(parameters, universal.SEQUENCE)) return undefined;
  const children = (parameters.children ?? []).map((child, i) => {
    const name = kind.members[i] ?? `member ${i + 1}`;
    return derField(child, bytes, name, {
      key: `${kind.type}.${kind.members[i] ?? 'other'}`,
      spec: where,
      value: { type: 'bytes' },
    });
  });
  return derField(parameters, bytes, 'parameters', { key: kind.type, spec: where, children });
}

/** Facts and field of such a key; undefined for another algorithm. `node` is the BIT STRING. */
export function describeFieldKey(
  oid: string,
  parameters: DerNode | undefined,
  node: DerNode,
  bytes: Uint8Array,
  path: string,
): { readonly facts: Pick<PublicKey, 'algorithm' | 'kind' | 'bits'>; readonly inner: Field } | undefined {
  const kind = kinds[oid];
  if (kind === undefined) return undefined;
  const { algorithm } = kind;
  const inner = need(
    nested(bytes, node.start + node.headerLength + 1, node.end, path),
    universal.INTEGER,
    path,
    node,
  );
  const name = `${algorithm}PublicKey`;
  const field = derField(inner, bytes, name, { key: name, spec: where, value: { type: 'bytes' } });
  const prime = isUniversal(parameters, universal.SEQUENCE) ? parameters.children?.[0] : undefined;
  // DSA keys may take their parameters over from the issuer (RFC 3279 §2.3.2); nobody does.
  if (!isUniversal(prime, universal.INTEGER)) return { facts: { algorithm, kind: algorithm }, inner: field };
  const bits = integerOf(prime, bytes, `${path}.p`).toString(2).length;
  return { facts: { algorithm, kind: `${algorithm} ${bits}`, bits }, inner: field };
}
