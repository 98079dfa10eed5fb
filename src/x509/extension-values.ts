/** What stands inside extnValue, one reader per extension of RFC 5280 §4.2. */
import { type DerNode, contentOf, isContext, isUniversal, universal } from '../bytes/der-node.ts';
import { bitAt, bitStringOf, booleanOf, oidOf, smallIntegerOf } from '../bytes/der-values.ts';
import { derField, derLeaf } from '../bytes/der.ts';
import type { Field, FieldValue } from '../bytes/field.ts';
import { toHex } from '../bytes/hex.ts';
import { type Spec, spec } from '../bytes/spec.ts';
import {
  type ExtensionReader,
  named,
  namesText,
  oidField,
  readAccess,
  readDistributionPoints,
  readSubtrees,
  text,
} from './extension-lists.ts';
import { readGeneralNames } from './general-name.ts';
import { type GeneralName, type GeneralSubtree, keyUsageBits, type PolicyMapping } from './model.ts';
import { keyPurposeName } from './oids.ts';
import { contentCopy, fail, misplaced, need, needEnd, needSequence, needSome } from './read.ts';
import { say } from '../bytes/say.ts';

/** Readers by the extension's name. */
export const extensionReaders: Readonly<Record<string, ExtensionReader>> = {
  subjectAltName: (node, bytes, path, parent) => {
    need(node, universal.SEQUENCE, path, parent);
    const read = readGeneralNames(node, bytes, {
      name: 'SubjectAltName',
      key: 'GeneralNames',
      path,
      spec: spec(5280, '4.2.1.6'),
    });
    return {
      value: { known: { subjectAltName: read.value }, summary: text(namesText(read.value)) },
      field: read.field,
    };
  },

  issuerAltName: (node, bytes, path, parent) => {
    need(node, universal.SEQUENCE, path, parent);
    const read = readGeneralNames(node, bytes, {
      name: 'IssuerAltName',
      key: 'GeneralNames',
      path,
      spec: spec(5280, '4.2.1.7'),
    });
    return { value: { summary: text(namesText(read.value)) }, field: read.field };
  },

  basicConstraints: (node, bytes, path, parent) => {
    const at = spec(5280, '4.2.1.9');
    const members = needSequence(node, path, parent);
    const flag = isUniversal(members[0], universal.BOOLEAN) ? members[0] : undefined;
    const cA = flag !== undefined && booleanOf(flag, bytes, `${path}.cA`);
    if (flag && !cA)
      fail('bad-value', `${path}.cA`, flag.start, say('FALSE is the default and must be left out'), at);
    const length = members[flag ? 1 : 0];
    const pathLenConstraint =
      length === undefined ? undefined : count(length, bytes, `${path}.pathLenConstraint`, node, at);
    needEnd(members, (flag ? 1 : 0) + (length ? 1 : 0), path);
    const line = `cA ${cA ? 'TRUE' : 'FALSE'}${pathLenConstraint === undefined ? '' : `, pathLenConstraint ${pathLenConstraint}`}`;
    return {
      value: {
        known: { basicConstraints: { cA, ...(pathLenConstraint !== undefined && { pathLenConstraint }) } },
        summary: text(line),
      },
      field: derField(node, bytes, 'BasicConstraints', {
        spec: at,
        value: text(line),
        children: [
          ...(flag ? [derField(flag, bytes, 'cA', { key: 'BasicConstraints.cA', spec: at })] : []),
          ...(length
            ? [
                derField(length, bytes, 'pathLenConstraint', {
                  key: 'BasicConstraints.pathLenConstraint',
                  spec: at,
                }),
              ]
            : []),
        ],
      }),
    };
  },

  keyUsage: (node, bytes, path, parent) => {
    const at = spec(5280, '4.2.1.3');
    const bits = bitStringOf(need(node, universal.BIT_STRING, path, parent), bytes, path);
    const keyUsage = keyUsageBits.filter((_, index) => bitAt(bits, index));
    // "When the keyUsage extension appears in a certificate, at least one of the bits MUST be set to 1."
    if (keyUsage.length === 0) fail('bad-value', path, node.start, say('no bit is set'), at);
    const flags: FieldValue = { type: 'flags', names: keyUsage };
    return {
      value: { known: { keyUsage }, summary: flags },
      field: derField(node, bytes, 'KeyUsage', { spec: at, value: flags }),
    };
  },

  extKeyUsage: (node, bytes, path, parent) => {
    const at = spec(5280, '4.2.1.12');
    const purposes = needSome(need(node, universal.SEQUENCE, path, parent), path).map((child) =>
      oidOf(need(child, universal.OBJECT_IDENTIFIER, path, node), bytes, path),
    );
    const names = purposes.map(keyPurposeName);
    const children = (node.children ?? []).map((child, i) =>
      oidField(child, bytes, 'KeyPurposeId', purposes[i] ?? '', at),
    );
    const flags: FieldValue = { type: 'flags', names };
    return {
      value: { known: { extKeyUsage: names }, summary: flags },
      field: derField(node, bytes, 'ExtKeyUsageSyntax', { spec: at, value: flags, children }),
    };
  },

  subjectKeyIdentifier: (node, bytes, path, parent) => {
    need(node, universal.OCTET_STRING, path, parent);
    const subjectKeyIdentifier = contentCopy(node, bytes);
    const at = spec(5280, '4.2.1.2');
    return {
      value: { known: { subjectKeyIdentifier }, summary: text(toHex(subjectKeyIdentifier)) },
      field: derField(node, bytes, 'KeyIdentifier', {
        key: 'SubjectKeyIdentifier',
        spec: at,
        value: { type: 'bytes' },
      }),
    };
  },

  authorityKeyIdentifier: (node, bytes, path, parent) => {
    const at = spec(5280, '4.2.1.1');
    const found: {
      keyIdentifier?: Uint8Array<ArrayBuffer>;
      authorityCertIssuer?: readonly GeneralName[];
      authorityCertSerialNumber?: Uint8Array<ArrayBuffer>;
    } = {};
    const children = needSequence(node, path, parent).map((member): Field => {
      if (isContext(member, 0) && !member.constructed) {
        found.keyIdentifier = contentCopy(member, bytes);
        return derField(member, bytes, 'keyIdentifier', {
          key: 'AuthorityKeyIdentifier.keyIdentifier',
          spec: at,
          value: { type: 'bytes' },
        });
      }
      if (isContext(member, 1) && member.constructed) {
        const read = readGeneralNames(member, bytes, {
          name: 'authorityCertIssuer',
          key: 'AuthorityKeyIdentifier.authorityCertIssuer',
          path: `${path}.authorityCertIssuer`,
          spec: at,
        });
        found.authorityCertIssuer = read.value;
        return read.field;
      }
      if (isContext(member, 2) && !member.constructed) {
        found.authorityCertSerialNumber = contentCopy(member, bytes);
        return derField(member, bytes, 'authorityCertSerialNumber', {
          key: 'AuthorityKeyIdentifier.authorityCertSerialNumber',
          spec: at,
          value: { type: 'bytes' },
        });
      }
      return misplaced(member, path, 'AuthorityKeyIdentifier', at);
    });
    const summary = found.keyIdentifier
      ? toHex(found.keyIdentifier)
      : namesText(found.authorityCertIssuer ?? []);
    return {
      value: { known: { authorityKeyIdentifier: found }, summary: text(summary) },
      field: derField(node, bytes, 'AuthorityKeyIdentifier', { spec: at, value: text(summary), children }),
    };
  },

  authorityInfoAccess: (node, bytes, path, parent) =>
    readAccess(node, bytes, path, parent, 'AuthorityInfoAccessSyntax', spec(5280, '4.2.2.1')),
  subjectInfoAccess: (node, bytes, path, parent) =>
    readAccess(node, bytes, path, parent, 'SubjectInfoAccessSyntax', spec(5280, '4.2.2.2')),
  cRLDistributionPoints: (node, bytes, path, parent) =>
    readDistributionPoints(node, bytes, path, parent, 'CRLDistributionPoints', spec(5280, '4.2.1.13')),
  freshestCRL: (node, bytes, path, parent) =>
    readDistributionPoints(node, bytes, path, parent, 'FreshestCRL', spec(5280, '4.2.1.15')),

  certificatePolicies: (node, bytes, path, parent) => {
    const at = spec(5280, '4.2.1.4');
    const policies = needSome(need(node, universal.SEQUENCE, path, parent), path).map((child) => {
      const [id, qualifiers] = needSequence(child, path, node);
      const oid = oidOf(
        need(id, universal.OBJECT_IDENTIFIER, `${path}.policyIdentifier`, child),
        bytes,
        `${path}.policyIdentifier`,
      );
      return { child, id: id ?? child, qualifiers, oid };
    });
    const children = policies.map(({ child, id, qualifiers, oid }) =>
      derField(child, bytes, 'PolicyInformation', {
        spec: at,
        value: text(named(oid)),
        children: [
          oidField(id, bytes, 'policyIdentifier', oid, at),
          ...(qualifiers
            ? [
                derField(qualifiers, bytes, 'policyQualifiers', {
                  key: 'PolicyInformation.policyQualifiers',
                  spec: at,
                }),
              ]
            : []),
        ],
      }),
    );
    const certificatePolicies = policies.map((policy) => policy.oid);
    const summary = text(certificatePolicies.map(named).join(', '));
    return {
      value: { known: { certificatePolicies }, summary },
      field: derField(node, bytes, 'CertificatePolicies', { spec: at, value: summary, children }),
    };
  },

  nameConstraints: (node, bytes, path, parent) => {
    const at = spec(5280, '4.2.1.10');
    let permittedSubtrees: readonly GeneralSubtree[] = [];
    let excludedSubtrees: readonly GeneralSubtree[] = [];
    const children = needSome(need(node, universal.SEQUENCE, path, parent), path).map((member): Field => {
      if (!isContext(member, 0) && !isContext(member, 1))
        return misplaced(member, path, 'NameConstraints', at);
      const name = member.tag === 0 ? 'permittedSubtrees' : 'excludedSubtrees';
      const read = readSubtrees(member, bytes, `${path}.${name}`, name);
      if (member.tag === 0) permittedSubtrees = read.value;
      else excludedSubtrees = read.value;
      return read.field;
    });
    const part = (word: string, trees: readonly GeneralSubtree[]): string[] =>
      trees.length > 0 ? [`${word} ${namesText(trees.map((tree) => tree.base))}`] : [];
    const summary = text(
      [...part('permitted', permittedSubtrees), ...part('excluded', excludedSubtrees)].join('; '),
    );
    return {
      value: { known: { nameConstraints: { permittedSubtrees, excludedSubtrees } }, summary },
      field: derField(node, bytes, 'NameConstraints', { spec: at, value: summary, children }),
    };
  },

  policyConstraints: (node, bytes, path, parent) => {
    const at = spec(5280, '4.2.1.11');
    const policyConstraints: { requireExplicitPolicy?: number; inhibitPolicyMapping?: number } = {};
    const children = needSome(need(node, universal.SEQUENCE, path, parent), path).map((member): Field => {
      const name = isContext(member, 0)
        ? 'requireExplicitPolicy'
        : isContext(member, 1)
          ? 'inhibitPolicyMapping'
          : undefined;
      if (name === undefined) return misplaced(member, path, 'PolicyConstraints', at);
      const value = smallIntegerOf(member, bytes, `${path}.${name}`);
      policyConstraints[name] = value;
      return derField(member, bytes, name, {
        key: `PolicyConstraints.${name}`,
        spec: at,
        value: { type: 'number', value },
      });
    });
    const summary = text(
      Object.entries(policyConstraints)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    );
    return {
      value: { known: { policyConstraints }, summary },
      field: derField(node, bytes, 'PolicyConstraints', { spec: at, value: summary, children }),
    };
  },

  policyMappings: (node, bytes, path, parent) => {
    const at = spec(5280, '4.2.1.5');
    const mappings = needSome(need(node, universal.SEQUENCE, path, parent), path).map((child) => {
      const members = needSequence(child, path, node);
      needEnd(members, 2, path);
      const policy = (i: 0 | 1, name: keyof PolicyMapping): { oid: string; field: Field } => {
        const id = need(members[i], universal.OBJECT_IDENTIFIER, `${path}.${name}`, child);
        const oid = oidOf(id, bytes, `${path}.${name}`);
        return { oid, field: oidField(id, bytes, name, oid, at) };
      };
      const issuer = policy(0, 'issuerDomainPolicy');
      const subject = policy(1, 'subjectDomainPolicy');
      return {
        value: { issuerDomainPolicy: issuer.oid, subjectDomainPolicy: subject.oid },
        field: derField(child, bytes, 'PolicyMapping', {
          spec: at,
          value: text(`${named(issuer.oid)} = ${named(subject.oid)}`),
          children: [issuer.field, subject.field],
        }),
      };
    });
    return {
      value: {
        known: { policyMappings: mappings.map((mapping) => mapping.value) },
        summary: { type: 'count', value: mappings.length },
      },
      field: derField(node, bytes, 'PolicyMappings', {
        spec: at,
        children: mappings.map((mapping) => mapping.field),
      }),
    };
  },

  inhibitAnyPolicy: (node, bytes, path, parent) => {
    const at = spec(5280, '4.2.1.14');
    const inhibitAnyPolicy = count(node, bytes, path, parent, at);
    return {
      value: { known: { inhibitAnyPolicy }, summary: { type: 'number', value: inhibitAnyPolicy } },
      field: derField(node, bytes, 'SkipCerts', { key: 'InhibitAnyPolicy', spec: at }),
    };
  },

  tlsfeature: (node, bytes, path, parent) => {
    const at = spec(7633, '4');
    const tlsfeature = needSequence(node, path, parent).map((child) =>
      smallIntegerOf(need(child, universal.INTEGER, path, node), bytes, path),
    );
    // 5 is status_request: "must-staple".
    const summary = text(
      tlsfeature.map((feature) => (feature === 5 ? 'status_request' : String(feature))).join(', '),
    );
    return {
      value: { known: { tlsfeature }, summary },
      field: derField(node, bytes, 'Features', { key: 'TLSFeature', spec: at, value: summary }),
    };
  },

  signedCertificateTimestampList: (node, bytes, path, parent) => {
    need(node, universal.OCTET_STRING, path, parent);
    const at = spec(6962, '3.3');
    const { start, headerLength, end } = node;
    // The list inside is a TLS structure, not DER.
    const size = contentOf(node, bytes).length;
    return {
      value: { summary: { type: 'bytes' } },
      field: derField(node, bytes, 'SignedCertificateTimestampList', {
        spec: at,
        value: { type: 'bytes' },
        children:
          size > 0
            ? [
                derLeaf(
                  'sct_list',
                  'SignedCertificateTimestampList.sct_list',
                  start + headerLength,
                  end,
                  { type: 'bytes' },
                  at,
                ),
              ]
            : [],
      }),
    };
  },
};

/** INTEGER (0..MAX). */
function count(node: DerNode, bytes: Uint8Array, path: string, parent: DerNode, at: Spec): number {
  const value = smallIntegerOf(need(node, universal.INTEGER, path, parent), bytes, path);
  if (value < 0) fail('bad-value', path, node.start, say('{} is negative', value), at);
  return value;
}
