/** GeneralName and GeneralNames, RFC 5280 §4.2.1.6. */
import { contentOf, type DerNode, universal } from '../bytes/der-node.ts';
import { oidOf, stringOf } from '../bytes/der-values.ts';
import { derField, tagName } from '../bytes/der.ts';
import { toHex } from '../bytes/hex.ts';
import { spec } from '../bytes/spec.ts';
import { formatIp } from './ip.ts';
import type { GeneralName } from './model.ts';
import { readName } from './name.ts';
import { contentCopy, fail, need, needSome, type Place, type Read } from './read.ts';
import { say } from '../bytes/say.ts';

/** SEQUENCE of one or more names; the container's value is their list. */
export function readGeneralNames(
  node: DerNode,
  bytes: Uint8Array,
  place: Place,
): Read<readonly GeneralName[]> {
  const names = needSome(node, place.path).map((child) => readGeneralName(child, bytes, place.path));
  const value = names.map((name) => name.value);
  return {
    value,
    field: derField(node, bytes, place.name, {
      key: place.key ?? place.name,
      value: { type: 'text', value: value.map((name) => name.value).join(', ') },
      ...(place.spec && { spec: place.spec }),
      children: names.map((name) => name.field),
    }),
  };
}

/**
 * One name. The tag says which kind it is; the kinds are IMPLICIT except directoryName, whose Name
 * is a CHOICE and so keeps its own tag inside. `masked`: iPAddress as in name constraints, with a mask.
 */
export function readGeneralName(
  node: DerNode,
  bytes: Uint8Array,
  path: string,
  masked = false,
): Read<GeneralName> {
  const value = generalNameOf(node, bytes, path, masked);
  const name = value.type;
  const at = spec(5280, masked ? '4.2.1.10' : '4.2.1.6');
  const key = `GeneralName.${name}`;
  if (value.type !== 'directoryName') {
    return {
      value,
      field: derField(node, bytes, name, { key, spec: at, value: { type: 'text', value: value.value } }),
    };
  }
  const inner = readName(node.children?.[0], bytes, { name: 'Name', path: `${path}.${name}` }, node);
  return {
    value,
    field: derField(node, bytes, name, {
      key,
      spec: at,
      value: { type: 'text', value: value.value },
      children: [inner.field],
    }),
  };
}

const kinds = [
  'otherName',
  'rfc822Name',
  'dNSName',
  'x400Address',
  'directoryName',
  'ediPartyName',
  'uniformResourceIdentifier',
  'iPAddress',
  'registeredID',
] as const;

function generalNameOf(node: DerNode, bytes: Uint8Array, path: string, masked: boolean): GeneralName {
  const type = node.tagClass === 'context' ? kinds[node.tag] : undefined;
  if (type === undefined)
    return fail(
      'bad-value',
      path,
      node.start,
      say('{} is no GeneralName', tagName(node)),
      spec(5280, '4.2.1.6'),
    );
  const shouldNest =
    type === 'otherName' || type === 'x400Address' || type === 'directoryName' || type === 'ediPartyName';
  if (node.constructed !== shouldNest) {
    return fail(
      'bad-value',
      `${path}.${type}`,
      node.start,
      shouldNest ? say('primitive {}', type) : say('constructed {}', type),
      spec(5280, '4.2.1.6'),
    );
  }
  switch (type) {
    case 'rfc822Name':
    case 'dNSName':
    case 'uniformResourceIdentifier':
      return { type, value: stringOf(node, bytes, `${path}.${type}`) };
    case 'iPAddress':
      return {
        type,
        bytes: contentCopy(node, bytes),
        value: addressText(node, bytes, `${path}.${type}`, masked),
      };
    case 'directoryName': {
      need(node.children?.[0], universal.SEQUENCE, `${path}.${type}`, node);
      if ((node.children?.length ?? 0) > 1)
        fail('trailing-data', `${path}.${type}`, node.end, say('more than one Name'));
      const name = readName(node.children?.[0], bytes, { name: 'Name', path: `${path}.${type}` }, node).value;
      return { type, name, value: name.text };
    }
    case 'registeredID':
      return { type, value: oidOf(node, bytes, `${path}.${type}`) };
    case 'otherName':
    case 'x400Address':
    case 'ediPartyName':
      return { type, value: `#${toHex(contentOf(node, bytes))}` };
  }
}

/** '192.0.2.1', '2001:db8::1'; with a mask '192.0.2.0/255.255.255.0'. */
function addressText(node: DerNode, bytes: Uint8Array, path: string, masked: boolean): string {
  const octets = contentOf(node, bytes);
  const size = masked ? octets.length / 2 : octets.length;
  const address = formatIp(octets.subarray(0, size));
  if (address === undefined) {
    return fail(
      'bad-length',
      path,
      node.start,
      masked
        ? say('{} octets are no address and mask', octets.length)
        : say('{} octets are no IP address', octets.length),
      spec(5280, '4.2.1.6'),
    );
  }
  return masked ? `${address}/${formatIp(octets.subarray(size)) ?? ''}` : address;
}
