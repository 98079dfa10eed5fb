import { beforeAll, describe, expect, test } from 'vitest';
import {
  bitString,
  booleanTrue,
  context,
  element,
  generalizedTime,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  smallInteger,
  time,
} from '../../authority/der.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  certificatePolicy,
  extendedKeyUsage,
  extension,
  keyUsage,
  nameConstraints,
  plainName,
  subjectAltName,
  subjectKeyIdentifier,
} from '../../authority/extensions.ts';
import { concat, utf8 } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { type Craft, certify, ecdsaSha256, epoch, type Party, party, renamed } from '../testing/craft.ts';
import { certificate, verifier } from '../testing/forge.ts';
import { decodeCertificate } from '../certificate.ts';
import { failureCodes } from './codes.ts';
import type { PathInput, PathPolicy, Profile, ReferenceName, VerifySignature } from './input.ts';
import type { PathResult } from './result.ts';
import { validatePath } from './validate.ts';

let verify: VerifySignature;
beforeAll(async () => {
  verify = await verifier();
});

const root = party('Root CA');
const upper = party('Policy CA');
const issuing = party('Issuing CA');
const leaf = party('shop.example');
const stranger = party('Stranger CA');

interface Case {
  readonly name: string;
  readonly leaf?: Craft;
  readonly issuing?: Craft;
  /** A second authority between the issuing one and the root. */
  readonly upper?: Craft;
  readonly root?: Craft;
  readonly subject?: Party;
  readonly issuer?: Party;
  readonly ask?: readonly ReferenceName[];
  readonly purpose?: PathInput['purpose'];
  readonly policy?: PathPolicy;
  /** Code of the one check that fails; absent: trusted. */
  readonly web?: string;
  /** In the profile rfc5280; default: as `web`; 'trusted' where only the web objects. */
  readonly rfc?: string;
}

const permits = (...names: readonly string[]): Bytes => nameConstraints(names.map(plainName), []);
const excludes = (...names: readonly string[]): Bytes => nameConstraints([], names.map(plainName));
const raw = (tag: number, text: string): Bytes => element(tag, utf8(text));
/** NameConstraints from GeneralName TLVs. */
const subtrees = (tag: 0 | 1, ...bases: readonly Bytes[]): Bytes =>
  extension('2.5.29.30', sequence(context(tag, concat(...bases.map((base) => sequence(base))), true)), true);
const san = (...names: readonly Bytes[]): Bytes => extension('2.5.29.17', sequence(...names));
const policies = (...ids: readonly string[]): Bytes =>
  extension('2.5.29.32', sequence(...ids.map((id) => sequence(oid(id)))));
const mappings = (...pairs: readonly (readonly [string, string])[]): Bytes =>
  extension('2.5.29.33', sequence(...pairs.map(([from, to]) => sequence(oid(from), oid(to)))), true);
const policyConstraints = (explicit: number | undefined, mapping?: number, critical = true): Bytes =>
  extension(
    '2.5.29.36',
    sequence(
      ...(explicit === undefined ? [] : [context(0, Uint8Array.of(explicit))]),
      ...(mapping === undefined ? [] : [context(1, Uint8Array.of(mapping))]),
    ),
    critical,
  );
const dns = (value: string): ReferenceName => ({ type: 'dns', value });
const mail = (value: string): ReferenceName => ({ type: 'email', value });
const client = { purpose: 'clientAuth' } as const;
const clientLeaf = (...names: readonly Bytes[]): Craft => ({
  extensions: { extKeyUsage: extendedKeyUsage(['clientAuth']), subjectAltName: san(...names) },
});
const mailbox = (text: string): Bytes => raw(0x81, text);
const p1 = '1.2.3.1';
const p2 = '1.2.3.2';
const anyPolicy = '2.5.29.32.0';

const cases: readonly Case[] = [
  { name: 'everything in order' },
  { name: 'two intermediates', upper: {} },

  // Key identifiers.
  {
    name: 'leaf without AKI',
    leaf: { extensions: { authorityKeyIdentifier: false } },
    web: 'missing-extension',
  },
  {
    name: 'intermediate without AKI',
    issuing: { extensions: { authorityKeyIdentifier: false } },
    web: 'missing-extension',
  },
  {
    name: 'AKI without keyIdentifier',
    leaf: {
      extensions: { authorityKeyIdentifier: extension('2.5.29.35', sequence(context(2, Uint8Array.of(1)))) },
    },
    web: 'missing-extension',
  },
  {
    name: 'AKI critical',
    leaf: {
      extensions: {
        authorityKeyIdentifier: extension('2.5.29.35', sequence(context(0, issuing.keyId)), true),
      },
    },
    web: 'wrong-criticality',
  },
  {
    name: 'AKI of another key is a hint',
    leaf: { extensions: { authorityKeyIdentifier: authorityKeyIdentifier(stranger.keyId) } },
  },
  {
    name: 'AKI of another key, taken as a condition',
    leaf: { extensions: { authorityKeyIdentifier: authorityKeyIdentifier(stranger.keyId) } },
    policy: { keyIdentifiers: 'must-match' },
    web: 'key-identifier-mismatch',
  },
  { name: 'leaf without SKI', leaf: { extensions: { subjectKeyIdentifier: false } } },
  {
    name: 'intermediate without SKI',
    issuing: { extensions: { subjectKeyIdentifier: false } },
    web: 'missing-extension',
  },
  {
    name: 'root without SKI',
    root: { extensions: { subjectKeyIdentifier: false } },
    web: 'missing-extension',
  },
  {
    name: 'SKI critical',
    leaf: { extensions: { subjectKeyIdentifier: extension('2.5.29.14', octetString(leaf.keyId), true) } },
    web: 'wrong-criticality',
  },
  {
    name: 'root with its own AKI',
    root: { extensions: { authorityKeyIdentifier: authorityKeyIdentifier(root.keyId) } },
  },
  {
    name: 'root with the AKI of another',
    root: { extensions: { authorityKeyIdentifier: authorityKeyIdentifier(stranger.keyId) } },
    web: 'misplaced-extension',
    rfc: 'trusted',
  },
  {
    name: 'root names its issuer in AKI',
    root: {
      extensions: {
        authorityKeyIdentifier: extension(
          '2.5.29.35',
          sequence(
            context(0, root.keyId),
            context(1, context(4, root.name, true), true),
            context(2, Uint8Array.of(9)),
          ),
        ),
      },
    },
    web: 'misplaced-extension',
    rfc: 'trusted',
  },

  // Criticality and places.
  {
    name: 'basicConstraints of an authority not critical',
    issuing: { extensions: { basicConstraints: extension('2.5.29.19', sequence(booleanTrue)) } },
    web: 'wrong-criticality',
  },
  {
    name: 'basicConstraints of the root not critical',
    root: { extensions: { basicConstraints: extension('2.5.29.19', sequence(booleanTrue)) } },
    web: 'wrong-criticality',
  },
  { name: 'leaf without basicConstraints', leaf: { extensions: { basicConstraints: false } } },
  {
    name: 'root without basicConstraints',
    root: { extensions: { basicConstraints: false, keyUsage: false } },
    web: 'not-a-ca',
  },
  {
    name: 'nameConstraints in a leaf',
    leaf: { extensions: { nc: permits('shop.example') } },
    web: 'misplaced-extension',
  },
  {
    name: 'nameConstraints not critical',
    issuing: {
      extensions: {
        nc: extension('2.5.29.30', sequence(context(0, sequence(raw(0x82, 'shop.example')), true))),
      },
    },
    rfc: 'wrong-criticality',
  },
  {
    name: 'policyConstraints not critical',
    issuing: { extensions: { pc: policyConstraints(5, undefined, false) } },
    web: 'wrong-criticality',
  },
  {
    name: 'inhibitAnyPolicy not critical',
    issuing: { extensions: { iap: extension('2.5.29.54', smallInteger(1)) } },
    web: 'wrong-criticality',
  },
  {
    name: 'purposes critical',
    leaf: { extensions: { extKeyUsage: extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1')), true) } },
    web: 'wrong-criticality',
    rfc: 'trusted',
  },
  {
    name: 'purposes in a root',
    root: { extensions: { extKeyUsage: extendedKeyUsage(['serverAuth']) } },
    web: 'misplaced-extension',
    rfc: 'trusted',
  },
  {
    name: 'authorityInfoAccess critical',
    leaf: {
      extensions: {
        aia: extension(
          '1.3.6.1.5.5.7.1.1',
          sequence(sequence(oid('1.3.6.1.5.5.7.48.2'), raw(0x86, 'http://a.example/a'))),
          true,
        ),
      },
    },
    web: 'wrong-criticality',
  },
  {
    name: 'unknown critical extension of the root',
    root: { extensions: { x: extension('1.2.3.4', nullValue, true) } },
    web: 'unknown-critical-extension',
  },

  // Purposes and usages.
  {
    name: 'any purpose',
    leaf: { extensions: { extKeyUsage: extension('2.5.29.37', sequence(oid('2.5.29.37.0'))) } },
    web: 'wrong-purpose',
    rfc: 'trusted',
  },
  {
    name: 'serverAuth and any purpose',
    leaf: {
      extensions: {
        extKeyUsage: extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'), oid('2.5.29.37.0'))),
      },
    },
    web: 'forbidden-purpose',
    rfc: 'trusted',
  },
  {
    name: 'serverAuth and clientAuth',
    leaf: { extensions: { extKeyUsage: extendedKeyUsage(['serverAuth', 'clientAuth']) } },
  },
  { name: 'no purpose', leaf: { extensions: { extKeyUsage: false } }, web: 'no-purpose', rfc: 'trusted' },
  { name: 'another usage was asked for', policy: { keyUsage: ['keyEncipherment'] }, web: 'no-key-usage' },
  {
    name: 'leaf may sign certificates',
    leaf: { extensions: { keyUsage: keyUsage(['digitalSignature', 'keyCertSign']) } },
    web: 'key-cert-sign-without-ca',
  },

  // Serial numbers.
  { name: 'serial number zero', leaf: { serial: Uint8Array.of(0) }, web: 'serial-not-positive' },
  { name: 'serial number negative', leaf: { serial: Uint8Array.of(0x80, 1) }, web: 'serial-not-positive' },
  { name: 'serial number of 20 octets', leaf: { serial: new Uint8Array(20).fill(0x11) } },
  {
    name: 'serial number of 21 octets',
    leaf: { serial: new Uint8Array(21).fill(0x11) },
    web: 'serial-too-long',
  },
  { name: 'serial number zero of the root', root: { serial: Uint8Array.of(0) } },
  {
    name: 'one serial number twice',
    upper: {},
    leaf: { serial: Uint8Array.of(7) },
    issuing: { serial: Uint8Array.of(7) },
  },

  // Version and encoding.
  {
    name: 'version 1 without extensions',
    leaf: {
      version: new Uint8Array(0),
      extensions: {
        subjectKeyIdentifier: false,
        authorityKeyIdentifier: false,
        basicConstraints: false,
        keyUsage: false,
        extKeyUsage: false,
        subjectAltName: false,
      },
    },
    ask: [],
    web: 'wrong-version+no-purpose+missing-extension',
    rfc: 'missing-extension',
  },
  {
    name: 'version 2 with extensions',
    leaf: { version: context(0, smallInteger(1), true) },
    web: 'wrong-version',
  },
  {
    name: 'GeneralizedTime before 2050',
    leaf: { notAfter: generalizedTime(epoch.to) },
    web: 'wrong-time-form',
  },
  { name: 'GeneralizedTime from 2050', leaf: { notAfter: time(Date.parse('2050-01-01T00:00:00Z')) } },
  { name: 'the end of time', leaf: { notAfter: raw(0x18, '99991231235959Z') } },
  {
    name: 'ends before it begins',
    leaf: { notBefore: time(epoch.now - 1000), notAfter: time(epoch.now - 2000) },
    web: 'empty-period+expired',
  },
  {
    name: 'unique identifier',
    leaf: { uniqueIds: context(1, Uint8Array.of(0, 1)) },
    web: 'unique-identifier',
    rfc: 'trusted',
  },
  {
    name: 'parameters where there are none',
    leaf: { inner: sequence(oid('1.2.840.10045.4.3.2'), nullValue) },
    web: 'algorithm-parameters',
  },
  {
    name: 'two algorithms',
    leaf: { outer: sequence(oid('1.2.840.10045.4.3.3')) },
    web: 'algorithm-mismatch',
  },
  {
    name: 'keyUsage with zeros at its end',
    leaf: { extensions: { keyUsage: extension('2.5.29.15', bitString(Uint8Array.of(0x80), 0), true) } },
    web: 'not-der',
  },

  // Who issued.
  { name: 'empty issuer', issuer: renamed(issuing, ''), web: 'empty-issuer' },
  {
    name: 'authority without a name',
    issuer: renamed(issuing, ''),
    policy: { tolerates: ['empty-issuer'] },
    web: 'empty-subject',
  },

  // Names in the leaf.
  {
    name: 'empty subject',
    subject: renamed(leaf, ''),
    leaf: { extensions: { subjectAltName: subjectAltName([plainName('shop.example')], true) } },
  },
  { name: 'empty subject, names not critical', subject: renamed(leaf, ''), web: 'wrong-name-criticality' },
  {
    name: 'names critical beside a subject',
    leaf: { extensions: { subjectAltName: subjectAltName([plainName('shop.example')], true) } },
    web: 'wrong-name-criticality',
    rfc: 'trusted',
  },
  {
    name: 'no name at all',
    subject: renamed(leaf, ''),
    leaf: { extensions: { subjectAltName: false } },
    ask: [],
    web: 'nameless-leaf',
  },
  {
    name: 'common name not listed',
    subject: renamed(leaf, 'other.example'),
    web: 'common-name-not-listed',
    rfc: 'trusted',
  },
  {
    name: 'common name in other letters',
    subject: renamed(leaf, 'Shop.example'),
    web: 'common-name-not-listed',
    rfc: 'trusted',
  },
  {
    name: 'common name in another script',
    subject: renamed(leaf, 'löß.example'),
    leaf: { names: ['xn--l-zoa0u.example', 'shop.example'] },
    web: 'common-name-not-listed',
    rfc: 'trusted',
  },
  { name: 'common name is no host name', subject: renamed(leaf, 'Shop Ltd') },
  {
    name: 'common name is the domain of a wildcard',
    leaf: { names: ['*.shop.example'] },
    ask: [dns('www.shop.example')],
  },
  {
    name: 'common name is an address in hexadecimal',
    subject: renamed(leaf, '0xc0.0x00.0x02.0x07'),
    leaf: { names: ['192.0.2.7'] },
    ask: [{ type: 'ip', value: '192.0.2.7' }],
    web: 'common-name-not-listed',
    rfc: 'trusted',
  },
  {
    name: 'common name is an address with zeros',
    subject: renamed(leaf, '192.0.02.7'),
    leaf: { names: ['192.0.2.7'] },
    ask: [{ type: 'ip', value: '192.0.2.7' }],
    web: 'common-name-not-listed',
    rfc: 'trusted',
  },
  {
    name: 'common name is the address',
    subject: renamed(leaf, '2001:db8::7'),
    leaf: { names: ['2001:db8::7'] },
    ask: [{ type: 'ip', value: '2001:db8:0::7' }],
  },
  {
    name: 'underscores',
    subject: renamed(leaf, 'Shop Ltd'),
    leaf: { names: ['_dmarc.shop_1.example'] },
    ask: [dns('_dmarc.shop_1.example')],
  },
  { name: 'space in a name', leaf: { names: ['shop.example', 'a b.example'] }, web: 'malformed-name' },
  { name: 'empty label', leaf: { names: ['shop.example', 'a..example'] }, web: 'malformed-name' },
  {
    name: 'wildcard in an A-label',
    leaf: { names: ['shop.example', 'xn--*-a.example'] },
    web: 'malformed-name',
  },
  {
    name: 'mailbox that is none',
    leaf: clientLeaf(mailbox('a@b@c.example')),
    ...client,
    web: 'malformed-name',
  },
  {
    name: 'public suffix',
    subject: renamed(leaf, 'Shop Ltd'),
    leaf: { names: ['*.co.uk', 'shop.example'] },
    web: 'public-suffix-wildcard',
    rfc: 'trusted',
  },
  {
    name: 'private suffix',
    subject: renamed(leaf, 'Shop Ltd'),
    leaf: { names: ['*.s3.amazonaws.com', 'shop.example'] },
    web: 'public-suffix-wildcard',
    rfc: 'trusted',
  },
  {
    name: 'wildcard below a public suffix',
    subject: renamed(leaf, 'Shop Ltd'),
    leaf: { names: ['*.shop.co.uk', 'shop.example'] },
  },
  {
    name: 'every name that was asked for',
    leaf: clientLeaf(mailbox('a@shop.example'), mailbox('b@shop.example')),
    ask: [mail('a@shop.example'), mail('b@SHOP.example')],
    ...client,
  },
  {
    name: 'one of the names is missing',
    leaf: clientLeaf(mailbox('a@shop.example')),
    ask: [mail('a@shop.example'), mail('A@shop.example')],
    ...client,
    web: 'name-mismatch',
  },
  {
    name: 'common name instead of names, where a client reads it',
    leaf: { extensions: { subjectAltName: false } },
    policy: { commonName: true },
  },

  // Name constraints: host names.
  {
    name: 'permitted domain',
    issuing: { extensions: { nc: permits('shop.example') } },
    leaf: { names: ['shop.example', 'a.b.shop.example'] },
  },
  {
    name: 'outside of the permitted domain',
    issuing: { extensions: { nc: permits('bank.example') } },
    web: 'name-not-permitted',
  },
  {
    name: 'a longer label is another domain',
    issuing: { extensions: { nc: permits('op.example') } },
    web: 'name-not-permitted',
  },
  { name: 'one of many permitted', issuing: { extensions: { nc: permits('bank.example', 'SHOP.example') } } },
  { name: 'excluded', issuing: { extensions: { nc: excludes('shop.example') } }, web: 'name-excluded' },
  {
    name: 'excluded wins',
    issuing: { extensions: { nc: nameConstraints([plainName('example')], [plainName('shop.example')]) } },
    web: 'name-excluded',
  },
  { name: 'excluded elsewhere', issuing: { extensions: { nc: excludes('bank.example') } } },
  {
    name: 'every host excluded',
    issuing: { extensions: { nc: subtrees(1, raw(0x82, '')) } },
    web: 'name-excluded',
  },
  { name: 'every host permitted', issuing: { extensions: { nc: subtrees(0, raw(0x82, '')) } } },
  {
    name: 'wildcard inside',
    subject: renamed(leaf, 'Shop Ltd'),
    issuing: { extensions: { nc: permits('shop.example') } },
    leaf: { names: ['*.shop.example', 'shop.example'] },
  },
  {
    name: 'wildcard reaches outside of the permitted',
    issuing: { extensions: { nc: permits('www.shop.example') } },
    leaf: { names: ['*.shop.example'] },
    ask: [dns('www.shop.example')],
    web: 'name-not-permitted',
  },
  {
    name: 'wildcard reaches into the excluded',
    issuing: { extensions: { nc: excludes('www.shop.example') } },
    leaf: { names: ['*.shop.example'] },
    ask: [dns('a.shop.example')],
    web: 'name-excluded',
  },
  {
    name: 'wildcard does not reach two labels down',
    issuing: { extensions: { nc: excludes('a.www.shop.example') } },
    leaf: { names: ['*.shop.example'] },
    ask: [dns('a.shop.example')],
  },
  {
    name: 'leading dot',
    issuing: { extensions: { nc: permits('.example') } },
    web: 'malformed-constraint',
  },
  {
    name: 'wildcard as a constraint',
    issuing: { extensions: { nc: permits('*.example') } },
    web: 'malformed-constraint',
  },
  {
    name: 'the root limits too',
    root: { extensions: { nc: permits('bank.example') } },
    web: 'name-not-permitted',
  },
  {
    name: 'limits narrow',
    upper: { extensions: { nc: permits('shop.example') } },
    issuing: { extensions: { nc: permits('example') } },
    leaf: { names: ['shop.example', 'bank.example'] },
    web: 'name-not-permitted',
  },
  { name: 'limits of another kind', issuing: { extensions: { nc: permits('192.0.2.0/24') } } },
  {
    name: 'a name that is none under a limit',
    issuing: { extensions: { nc: permits('shop.example') } },
    leaf: { names: ['shop.example', 'a b.shop.example'] },
    web: 'name-not-permitted+malformed-name',
  },

  // Name constraints: addresses.
  {
    name: 'permitted range',
    issuing: { extensions: { nc: permits('192.0.2.0/24') } },
    leaf: { names: ['192.0.2.7'] },
    ask: [{ type: 'ip', value: '192.0.2.7' }],
  },
  {
    name: 'outside of the range',
    issuing: { extensions: { nc: permits('192.0.3.0/24') } },
    leaf: { names: ['192.0.2.7'] },
    ask: [{ type: 'ip', value: '192.0.2.7' }],
    web: 'name-not-permitted',
  },
  {
    name: 'excluded range',
    issuing: { extensions: { nc: excludes('2001:db8::/32') } },
    leaf: { names: ['2001:db8::7'] },
    ask: [{ type: 'ip', value: '2001:db8::7' }],
    web: 'name-excluded',
  },
  {
    name: 'range of the other family',
    issuing: { extensions: { nc: permits('192.0.2.0/24') } },
    leaf: { names: ['2001:db8::7'] },
    ask: [{ type: 'ip', value: '2001:db8::7' }],
    web: 'name-not-permitted',
  },
  {
    name: 'mask with holes',
    issuing: { extensions: { nc: subtrees(0, element(0x87, Uint8Array.of(192, 0, 2, 0, 255, 0, 255, 0))) } },
    web: 'malformed-constraint',
  },

  // Name constraints: mailboxes, directory names, URIs, others.
  {
    name: 'permitted host of mailboxes',
    issuing: { extensions: { nc: subtrees(0, mailbox('shop.example')) } },
    leaf: clientLeaf(mailbox('a@SHOP.example')),
    ...client,
  },
  {
    name: 'host is not its subdomains',
    issuing: { extensions: { nc: subtrees(0, mailbox('shop.example')) } },
    leaf: clientLeaf(mailbox('a@b.shop.example')),
    ...client,
    web: 'name-not-permitted',
  },
  {
    name: 'subdomains are not the host',
    issuing: { extensions: { nc: subtrees(0, mailbox('.shop.example')) } },
    leaf: clientLeaf(mailbox('a@shop.example')),
    ...client,
    web: 'name-not-permitted',
  },
  {
    name: 'subdomains',
    issuing: { extensions: { nc: subtrees(0, mailbox('.shop.example')) } },
    leaf: clientLeaf(mailbox('a@b.shop.example')),
    ...client,
  },
  {
    name: 'one mailbox, by its letters',
    issuing: { extensions: { nc: subtrees(0, mailbox('A@shop.example')) } },
    leaf: clientLeaf(mailbox('a@shop.example')),
    ...client,
    web: 'name-not-permitted',
  },
  {
    name: 'asterisk is a letter',
    issuing: { extensions: { nc: subtrees(0, mailbox('*@shop.example')) } },
    leaf: clientLeaf(mailbox('*@shop.example')),
    ...client,
  },
  {
    name: 'constraint with two signs',
    issuing: { extensions: { nc: subtrees(0, mailbox('a@b@c.example')) } },
    leaf: clientLeaf(mailbox('a@c.example')),
    ...client,
    web: 'malformed-constraint',
  },
  { name: 'permitted directory', issuing: { extensions: { nc: subtrees(0, context(4, leaf.name, true)) } } },
  {
    name: 'another directory',
    issuing: { extensions: { nc: subtrees(0, context(4, stranger.name, true)) } },
    web: 'name-not-permitted',
  },
  {
    name: 'excluded directory',
    issuing: { extensions: { nc: subtrees(1, context(4, leaf.name, true)) } },
    web: 'name-excluded',
  },
  {
    name: 'every directory excluded',
    issuing: { extensions: { nc: subtrees(1, context(4, sequence(), true)) } },
    web: 'name-excluded',
  },
  {
    name: 'permitted URI',
    issuing: { extensions: { nc: subtrees(0, raw(0x86, '.shop.example')) } },
    leaf: clientLeaf(raw(0x86, 'https://user@a.shop.example:8443/x?y')),
    ...client,
  },
  {
    name: 'URI with an address for a host',
    issuing: { extensions: { nc: subtrees(0, raw(0x86, 'shop.example')) } },
    leaf: clientLeaf(raw(0x86, 'https://192.0.2.7/')),
    ...client,
    web: 'name-not-permitted',
  },
  {
    name: 'URI without a host',
    issuing: { extensions: { nc: subtrees(1, raw(0x86, 'shop.example')) } },
    leaf: clientLeaf(raw(0x86, 'urn:isbn:1')),
    ...client,
    web: 'name-excluded',
  },
  {
    name: 'a kind that cannot be compared',
    issuing: { extensions: { nc: subtrees(1, element(0xa0, oid('1.2.3'), context(0, nullValue, true))) } },
    leaf: clientLeaf(element(0xa0, oid('1.2.3'), context(0, nullValue, true))),
    ...client,
    web: 'unsupported-constraint',
  },
  {
    name: 'a kind that cannot be compared, and no such name',
    issuing: { extensions: { nc: subtrees(1, element(0xa0, oid('1.2.3'), context(0, nullValue, true))) } },
  },

  // Policies.
  {
    name: 'one policy all along',
    upper: { extensions: { p: policies(p1) } },
    issuing: { extensions: { p: policies(p1) } },
    leaf: { extensions: { p: policies(p1) } },
    policy: { explicitPolicy: true },
  },
  { name: 'demanded, none there', policy: { explicitPolicy: true }, web: 'no-valid-policy' },
  {
    name: 'demanded by an authority',
    issuing: { extensions: { p: policies(p1), pc: policyConstraints(0) } },
    leaf: { extensions: { p: policies(p2) } },
    web: 'no-valid-policy',
  },
  {
    name: 'demanded by the root',
    root: { extensions: { pc: policyConstraints(0) } },
    web: 'no-valid-policy',
  },
  { name: 'demanded later than the leaf', issuing: { extensions: { pc: policyConstraints(3) } } },
  {
    name: 'any policy above',
    issuing: { extensions: { p: policies(anyPolicy) } },
    leaf: { extensions: { p: certificatePolicy(p1) } },
    policy: { explicitPolicy: true },
  },
  {
    name: 'any policy inhibited',
    issuing: { extensions: { p: policies(anyPolicy) } },
    leaf: { extensions: { p: policies(p1) } },
    policy: { explicitPolicy: true, inhibitAnyPolicy: true },
    web: 'no-valid-policy',
  },
  {
    name: 'any policy inhibited by an authority',
    upper: { extensions: { p: policies(p1), iap: extension('2.5.29.54', smallInteger(0), true) } },
    issuing: { extensions: { p: policies(anyPolicy) } },
    leaf: { extensions: { p: policies(p1) } },
    policy: { explicitPolicy: true },
    web: 'no-valid-policy',
  },
  {
    name: 'mapped',
    issuing: { extensions: { p: policies(p1), m: mappings([p1, p2]) } },
    leaf: { extensions: { p: policies(p2) } },
    policy: { explicitPolicy: true, initialPolicies: [p1] },
  },
  {
    name: 'mapped, and the old name no longer holds',
    issuing: { extensions: { p: policies(p1), m: mappings([p1, p2]) } },
    leaf: { extensions: { p: policies(p1) } },
    policy: { explicitPolicy: true },
    web: 'no-valid-policy',
  },
  {
    name: 'mapping inhibited',
    issuing: { extensions: { p: policies(p1), m: mappings([p1, p2]) } },
    leaf: { extensions: { p: policies(p2) } },
    policy: { explicitPolicy: true, inhibitPolicyMapping: true },
    web: 'no-valid-policy',
  },
  {
    name: 'mapped to any policy',
    issuing: { extensions: { p: policies(p1), m: mappings([p1, anyPolicy]) } },
    web: 'bad-policy-mapping',
  },
  {
    name: 'the wrong one of two',
    issuing: { extensions: { p: policies(p1, p2) } },
    leaf: { extensions: { p: policies(p2) } },
    policy: { explicitPolicy: true, initialPolicies: [p1] },
    web: 'no-valid-policy',
  },
  { name: 'one policy twice', leaf: { extensions: { p: policies(p1, p1) } }, web: 'duplicate-policy' },

  // What a client lets pass.
  { name: 'tolerated', leaf: { serial: Uint8Array.of(0) }, policy: { tolerates: ['serial-not-positive'] } },
  {
    name: 'dates of the anchor left out',
    root: { notAfter: time(epoch.now - 1000) },
    policy: { anchorDates: false },
  },
  { name: 'dates of the anchor counted', root: { notAfter: time(epoch.now - 1000) }, web: 'expired' },
  {
    name: 'only some algorithms',
    policy: { signatureAlgorithms: ['sha256WithRSAEncryption'] },
    web: 'unsupported-algorithm',
  },
];

async function run(one: Case, profile: Profile): Promise<PathResult> {
  const subject = one.subject ?? leaf;
  const issuer = one.issuer ?? issuing;
  const above = one.upper ? upper : root;
  const sent = [
    certify(subject, issuer, one.leaf),
    certify(issuer, above, { cA: true, ...one.issuing }),
    ...(one.upper ? [certify(upper, root, { cA: true, ...one.upper })] : []),
  ];
  const purpose = one.purpose ?? 'serverAuth';
  return validatePath({
    sent: sent.map(certificate),
    store: [certificate(certify(root, root, { cA: true, ...one.root }))],
    cached: [],
    at: epoch.now,
    purpose,
    names: one.ask ?? (purpose === 'serverAuth' ? [dns('shop.example')] : []),
    verify,
    policy: { ...one.policy, profile },
  });
}

const seen = new Set<string>();

function failuresOf(result: PathResult): string {
  const codes = result.checks.filter(({ verdict }) => verdict === 'failed').map(({ code }) => code);
  for (const code of codes) seen.add(code);
  return codes.toSorted().join('+');
}

const sorted = (codes: string | undefined): string => (codes ?? '').split('+').toSorted().join('+');

describe('a fault flips its check and no other', () => {
  test.each(cases)('$name', async (one) => {
    const web = await run(one, 'web');
    expect(failuresOf(web)).toBe(sorted(one.web));
    expect(web.verdict).toBe(one.web === undefined ? 'trusted' : 'rejected');
    const rfc = one.rfc === 'trusted' ? undefined : (one.rfc ?? one.web);
    expect(failuresOf(await run(one, 'rfc5280'))).toBe(sorted(rfc));
  });
});

describe('trust anchors', () => {
  const ask = (anchor: Bytes, ...more: readonly Bytes[]): Promise<PathResult> =>
    validatePath({
      sent: [certify(leaf, issuing), ...more].map(certificate),
      store: [certificate(anchor)],
      cached: [],
      at: epoch.now,
      purpose: 'serverAuth',
      name: dns('shop.example'),
      verify,
    });

  test('an intermediate in the store', async () => {
    expect((await ask(certify(issuing, root, { cA: true }))).verdict).toBe('trusted');
  });

  test('a cross-signed one needs its AKI', async () => {
    const bare = certify(issuing, root, { cA: true, extensions: { authorityKeyIdentifier: false } });
    expect((await ask(bare)).failure?.code).toBe('missing-extension');
  });

  test('one that signed itself under another name needs none', async () => {
    const own = certify(issuing, issuing, { cA: true, issuerName: root.name });
    expect((await ask(own)).verdict).toBe('trusted');
  });
});

describe('certificates that are none', () => {
  test.each<[name: string, craft: Craft]>([
    ['an extension twice', { extensions: { a: subjectKeyIdentifier(leaf.keyId) } }],
    [
      'no purpose in the list of purposes',
      { extensions: { extKeyUsage: extension('2.5.29.37', sequence()) } },
    ],
    [
      'no bit in keyUsage',
      { extensions: { keyUsage: extension('2.5.29.15', bitString(new Uint8Array(0)), true) } },
    ],
    [
      'cA FALSE written out',
      {
        extensions: {
          basicConstraints: extension('2.5.29.19', sequence(element(1, Uint8Array.of(0))), true),
        },
      },
    ],
    [
      'cA neither FF nor 00',
      {
        extensions: {
          basicConstraints: extension('2.5.29.19', sequence(element(1, Uint8Array.of(1))), true),
        },
      },
    ],
    ['no names in the list of names', { extensions: { subjectAltName: san() } }],
    [
      'letters beyond ASCII in a host name',
      { extensions: { subjectAltName: san(raw(0x82, 'löß.example')) } },
    ],
    ['an address of five octets', { extensions: { subjectAltName: san(element(0x87, new Uint8Array(5))) } }],
    ['nameConstraints without subtrees', { extensions: { nc: extension('2.5.29.30', sequence(), true) } }],
    [
      'nameConstraints with empty subtrees',
      { extensions: { nc: extension('2.5.29.30', sequence(context(0, new Uint8Array(0), true)), true) } },
    ],
    ['policyConstraints without a demand', { extensions: { pc: policyConstraints(undefined) } }],
    ['a version that does not exist', { version: context(0, smallInteger(3), true) }],
    ['a serial number with a zero in front', { serial: Uint8Array.of(0, 1) }],
    ['a time without seconds', { notAfter: raw(0x17, '2701010000Z') }],
    ['a time with fractions', { notAfter: raw(0x18, '20500101000000.5Z') }],
    ['a time zone', { notAfter: raw(0x17, '270101000000+0100') }],
    ['a day that does not exist', { notAfter: raw(0x17, '270230000000Z') }],
    [
      'path length negative',
      {
        extensions: {
          basicConstraints: extension('2.5.29.19', sequence(booleanTrue, integer(Uint8Array.of(0xff))), true),
        },
      },
    ],
  ])('%s', (_, craft) => {
    expect(decodeCertificate(certify(leaf, issuing, craft)).ok).toBe(false);
  });

  test('basicConstraints of the usual kind decode', () => {
    expect(
      decodeCertificate(
        certify(leaf, issuing, {
          extensions: { basicConstraints: basicConstraints(false, undefined), a: false },
        }),
      ).ok,
    ).toBe(true);
  });
});

test('algorithms are spelt as they must be', () => {
  expect(decodeCertificate(certify(leaf, issuing, { inner: ecdsaSha256 })).ok).toBe(true);
});

/** Reached by other tests: path building, revocation, keys and budgets. */
const elsewhere =
  /^(issuer-not-found|root-not-trusted|distrusted|self-signed|search-|no-certificate|bad-signature|weak-|unsupported-key|signature-budget|not-yet-valid|no-names|leaf-is-a-ca|path-too-long|no-key-cert-sign|no-digital-signature|name-constraint-budget|revoked|status-|staple-|bad-staple|bad-crl|bad-ocsp|serial-reused|no-purpose)/;

test('every other failure was seen', () => {
  expect(Object.keys(failureCodes).filter((code) => !seen.has(code) && !elsewhere.test(code))).toEqual([]);
});
