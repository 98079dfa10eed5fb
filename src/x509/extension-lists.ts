/** The extensions that are lists of places and names, and small things that all extension readers share. */
import { type DerNode, isContext, universal } from '../bytes/der-node.ts';
import { oidOf } from '../bytes/der-values.ts';
import { derField } from '../bytes/der.ts';
import type { Field, FieldValue } from '../bytes/field.ts';
import type { Spec } from '../bytes/spec.ts';
import { spec } from '../bytes/spec.ts';
import { readGeneralName, readGeneralNames } from './general-name.ts';
import type { Extensions, GeneralName, GeneralSubtree, RevocationExtensions } from './model.ts';
import { oidName } from './oids.ts';
import { fail, misplaced, need, needEnd, needSequence, needSome, type Read } from './read.ts';
import { say } from '../bytes/say.ts';

/** The part of `Extensions` that one extension fills. */
export type Known = Partial<Omit<Extensions, 'all'> & RevocationExtensions>;

/** Reads what stands inside extnValue. */
export type ExtensionReader = (
  node: DerNode,
  bytes: Uint8Array,
  path: string,
  parent: DerNode,
) => Read<Decoded>;

export interface Decoded {
  readonly known?: Known;
  /** One line about the extension, shown on its container. */
  readonly summary: FieldValue;
}

// SEQUENCE OF { accessMethod OBJECT IDENTIFIER, accessLocation GeneralName }
export function readAccess(
  node: DerNode,
  bytes: Uint8Array,
  path: string,
  parent: DerNode,
  type: string,
  at: Spec,
): Read<Decoded> {
  const descriptions = needSome(need(node, universal.SEQUENCE, path, parent), path).map((child) => {
    const [method, location, ...rest] = needSequence(child, path, node);
    needEnd(rest, 0, path);
    const oid = oidOf(
      need(method, universal.OBJECT_IDENTIFIER, `${path}.accessMethod`, child),
      bytes,
      `${path}.accessMethod`,
    );
    if (method === undefined || location === undefined)
      return fail('truncated', path, child.end, say('accessLocation is missing'), at);
    const place = readGeneralName(location, bytes, `${path}.accessLocation`);
    const value = { method: named(oid), location: place.value };
    const field = derField(child, bytes, 'AccessDescription', {
      spec: at,
      value: text(`${value.method} ${place.value.value}`),
      children: [oidField(method, bytes, 'accessMethod', oid, at), place.field],
    });
    return { value, field };
  });
  const values = descriptions.map((description) => description.value);
  const summary = text(values.map(({ method, location }) => `${method} ${location.value}`).join(', '));
  return {
    value: { ...(type.startsWith('Authority') && { known: { authorityInfoAccess: values } }), summary },
    field: derField(node, bytes, type, {
      spec: at,
      value: summary,
      children: descriptions.map((description) => description.field),
    }),
  };
}

// SEQUENCE OF { distributionPoint [0] { fullName [0] GeneralNames | … }, reasons [1], cRLIssuer [2] }
export function readDistributionPoints(
  node: DerNode,
  bytes: Uint8Array,
  path: string,
  parent: DerNode,
  type: string,
  at: Spec,
): Read<Decoded> {
  const points = needSome(need(node, universal.SEQUENCE, path, parent), path).map((child) => {
    let fullName: readonly GeneralName[] = [];
    const found: { cRLIssuer?: readonly GeneralName[]; onlySomeReasons?: true } = {};
    const children = needSequence(child, path, node).map((member): Field => {
      const name =
        member.tagClass === 'context' ? ['distributionPoint', 'reasons', 'cRLIssuer'][member.tag] : undefined;
      if (name === undefined) return misplaced(member, path, 'DistributionPoint', at);
      const key = `DistributionPoint.${name}`;
      const full = member.children?.[0];
      if (name === 'distributionPoint' && isContext(full, 0)) {
        const read = readGeneralNames(full, bytes, {
          name: 'fullName',
          key: 'DistributionPointName.fullName',
          path: `${path}.fullName`,
          spec: at,
        });
        fullName = read.value;
        return derField(member, bytes, name, {
          key,
          spec: at,
          value: text(namesText(read.value)),
          children: [read.field],
        });
      }
      if (name === 'cRLIssuer') {
        const read = readGeneralNames(member, bytes, { name, key, path: `${path}.${name}`, spec: at });
        found.cRLIssuer = read.value;
        return read.field;
      }
      if (name === 'reasons') found.onlySomeReasons = true;
      return derField(member, bytes, name, { key, spec: at });
    });
    return {
      value: { fullName, ...found },
      field: derField(child, bytes, 'DistributionPoint', {
        spec: at,
        value: text(namesText(fullName)),
        children,
      }),
    };
  });
  const values = points.map((point) => point.value);
  const summary = text(namesText(values.flatMap((point) => point.fullName)));
  return {
    value: {
      known: type === 'FreshestCRL' ? { freshestCRL: values } : { cRLDistributionPoints: values },
      summary,
    },
    field: derField(node, bytes, type, {
      spec: at,
      value: summary,
      children: points.map((point) => point.field),
    }),
  };
}

// GeneralSubtree ::= SEQUENCE { base GeneralName, minimum [0] DEFAULT 0, maximum [1] OPTIONAL }.
// "minimum MUST be zero, and maximum MUST be absent", so in DER neither may appear.
export function readSubtrees(
  node: DerNode,
  bytes: Uint8Array,
  path: string,
  name: string,
): Read<readonly GeneralSubtree[]> {
  const at = spec(5280, '4.2.1.10');
  const trees = needSome(node, path).map((child) => {
    const members = needSequence(child, path, node);
    needEnd(members, 1, path);
    const base = members[0]
      ? readGeneralName(members[0], bytes, `${path}.base`, true)
      : fail('truncated', path, child.end, say('base is missing'), at);
    return {
      value: { base: base.value },
      field: derField(child, bytes, 'GeneralSubtree', {
        spec: at,
        value: text(base.value.value),
        children: [base.field],
      }),
    };
  });
  const value = trees.map((tree) => tree.value);
  return {
    value,
    field: derField(node, bytes, name, {
      key: `NameConstraints.${name}`,
      spec: at,
      value: text(namesText(value.map((tree) => tree.base))),
      children: trees.map((tree) => tree.field),
    }),
  };
}

export function oidField(node: DerNode, bytes: Uint8Array, name: string, oid: string, at: Spec): Field {
  const label = oidName(oid);
  return derField(node, bytes, name, {
    spec: at,
    value: { type: 'oid', oid, ...(label !== undefined && { name: label }) },
  });
}

export function named(oid: string): string {
  return oidName(oid) ?? oid;
}

export function text(value: string): FieldValue {
  return value === '' ? { type: 'empty' } : { type: 'text', value };
}

export function namesText(names: readonly GeneralName[]): string {
  return names.map((name) => name.value).join(', ');
}
