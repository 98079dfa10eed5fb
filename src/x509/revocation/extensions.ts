/** What stands inside the extensions of revocation lists (RFC 5280 §5.2, §5.3) and OCSP messages (RFC 6960 §4.4). */
import { contentOf, isContext, universal } from '../../bytes/der-node.ts';
import { booleanOf, integerOf, smallIntegerOf, timeOf } from '../../bytes/der-values.ts';
import { derField } from '../../bytes/der.ts';
import type { Field } from '../../bytes/field.ts';
import { toHex } from '../../bytes/hex.ts';
import { type Spec, spec } from '../../bytes/spec.ts';
import { type ExtensionReader, namesText, text } from '../extension-lists.ts';
import { extensionReaders } from '../extension-values.ts';
import { readGeneralNames } from '../general-name.ts';
import type { GeneralName, IssuingDistributionPoint } from '../model.ts';
import { contentCopy, fail, misplaced, need, needSequence } from '../read.ts';
import { say } from '../../bytes/say.ts';

/** CRLReason, RFC 5280 §5.3.1; 7 is not used. */
export const reasons: readonly (string | undefined)[] = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  undefined,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
];

/** Name of a CRLReason; fails on a number that is none. */
export function reasonName(code: number, path: string, offset: number, at: Spec): string {
  return reasons[code] ?? fail('bad-value', path, offset, say('{} is no CRLReason', code), at);
}

/** An INTEGER that only counts up. */
function number(name: string, key: 'cRLNumber' | 'deltaCRLIndicator', at: Spec): ExtensionReader {
  return (node, bytes, path, parent) => {
    const value = integerOf(need(node, universal.INTEGER, path, parent), bytes, path);
    if (value < 0n) fail('bad-value', path, node.start, say('negative'), at);
    return {
      value: { known: { [key]: value }, summary: text(String(value)) },
      field: derField(node, bytes, name, { spec: at, value: text(String(value)) }),
    };
  };
}

const parts = [
  'distributionPoint',
  'onlyContainsUserCerts',
  'onlyContainsCACerts',
  'onlySomeReasons',
  'indirectCRL',
  'onlyContainsAttributeCerts',
] as const;

/** Readers by the extension's name; those of certificates are among them. */
export const revocationReaders: Readonly<Record<string, ExtensionReader>> = {
  ...extensionReaders,

  cRLNumber: number('CRLNumber', 'cRLNumber', spec(5280, '5.2.3')),
  deltaCRLIndicator: number('BaseCRLNumber', 'deltaCRLIndicator', spec(5280, '5.2.4')),

  // SEQUENCE { distributionPoint [0], four BOOLEANs and ReasonFlags, each DEFAULT FALSE or OPTIONAL }.
  issuingDistributionPoint: (node, bytes, path, parent) => {
    const at = spec(5280, '5.2.5');
    const found: { -readonly [K in keyof IssuingDistributionPoint]: IssuingDistributionPoint[K] } = {
      fullName: [],
      onlyContainsUserCerts: false,
      onlyContainsCACerts: false,
      onlySomeReasons: false,
      indirectCRL: false,
      onlyContainsAttributeCerts: false,
    };
    const children = needSequence(node, path, parent).map((member): Field => {
      const name = member.tagClass === 'context' ? parts[member.tag] : undefined;
      if (name === undefined) return misplaced(member, path, 'IssuingDistributionPoint', at);
      const key = `IssuingDistributionPoint.${name}`;
      if (name === 'distributionPoint') {
        const full = member.children?.[0];
        if (!isContext(full, 0)) return derField(member, bytes, name, { key, spec: at });
        const read = readGeneralNames(full, bytes, {
          name: 'fullName',
          key: 'DistributionPointName.fullName',
          path: `${path}.fullName`,
          spec: at,
        });
        found.fullName = read.value;
        const value = text(namesText(read.value));
        return derField(member, bytes, name, { key, spec: at, value, children: [read.field] });
      }
      found[name] = name === 'onlySomeReasons' || booleanOf(member, bytes, `${path}.${name}`);
      return derField(member, bytes, name, {
        key,
        spec: at,
        ...(name !== 'onlySomeReasons' && { value: { type: 'boolean', value: found[name] } as const }),
      });
    });
    const summary = text(
      [
        ...(found.fullName.length > 0 ? [namesText(found.fullName)] : []),
        ...parts.filter((name) => name !== 'distributionPoint' && found[name]),
      ].join(', '),
    );
    return {
      value: { known: { issuingDistributionPoint: found }, summary },
      field: derField(node, bytes, 'IssuingDistributionPoint', { spec: at, value: summary, children }),
    };
  },

  reasonCode: (node, bytes, path, parent) => {
    const at = spec(5280, '5.3.1');
    const code = smallIntegerOf(need(node, universal.ENUMERATED, path, parent), bytes, path);
    const reasonCode = reasonName(code, path, node.start, at);
    const value = { type: 'code', value: code, width: 1, name: reasonCode } as const;
    return {
      value: { known: { reasonCode }, summary: text(reasonCode) },
      field: derField(node, bytes, 'CRLReason', { spec: at, value }),
    };
  },

  invalidityDate: (node, bytes, path, parent) => {
    const invalidityDate = timeOf(need(node, universal.GeneralizedTime, path, parent), bytes, path);
    const value = { type: 'time', value: invalidityDate } as const;
    return {
      value: { known: { invalidityDate }, summary: value },
      field: derField(node, bytes, 'InvalidityDate', { spec: spec(5280, '5.3.2'), value }),
    };
  },

  certificateIssuer: (node, bytes, path, parent) => {
    need(node, universal.SEQUENCE, path, parent);
    const place = { name: 'CertificateIssuer', path, spec: spec(5280, '5.3.3') };
    const read = readGeneralNames(node, bytes, place);
    const certificateIssuer: readonly GeneralName[] = read.value;
    return {
      value: { known: { certificateIssuer }, summary: text(namesText(certificateIssuer)) },
      field: read.field,
    };
  },

  nonce: (node, bytes, path, parent) => {
    const nonce = contentCopy(need(node, universal.OCTET_STRING, path, parent), bytes);
    const value = { type: 'bytes' } as const;
    return {
      value: { known: { nonce }, summary: text(toHex(nonce)) },
      field: derField(node, bytes, 'Nonce', { spec: spec(6960, '4.4.1'), value }),
    };
  },

  // NULL: this responder's certificate is itself not to be asked about.
  ocspNocheck: (node, bytes, path, parent) => {
    need(node, universal.NULL, path, parent);
    if (contentOf(node, bytes).length > 0) fail('bad-length', path, node.start, say('NULL has no content'));
    return {
      value: { summary: { type: 'empty' } },
      field: derField(node, bytes, 'OcspNocheck', { spec: spec(6960, '4.2.2.2.1') }),
    };
  },
};
