/**
 * Name constraints, RFC 5280 §4.2.1.10: is a name inside a subtree?
 *
 * Names and constraints are read once into comparable form and then compared many times. What cannot be
 * read has no form: a malformed constraint and a malformed name are faults of their own.
 */
import type { Certificate, GeneralName } from '../model.ts';
import { type Pattern, labelsOf, patternOf } from './dns.ts';
import { type Mailbox, mailboxOf } from './mailbox.ts';

/** A name that a certificate carries, ready to compare. */
export type Subject =
  | { readonly type: 'dNSName'; readonly text: string; readonly pattern: Pattern }
  | { readonly type: 'rfc822Name'; readonly text: string; readonly mailbox: Mailbox }
  /** Undefined: a URI without a host name, which no constraint can hold. */
  | {
      readonly type: 'uniformResourceIdentifier';
      readonly text: string;
      readonly host: readonly string[] | undefined;
    }
  | { readonly type: 'iPAddress'; readonly text: string; readonly octets: Uint8Array }
  | { readonly type: 'directoryName'; readonly text: string; readonly rdns: readonly string[] };

/** A constraint, ready to compare. */
export type Subtree =
  | { readonly type: 'dNSName'; readonly text: string; readonly labels: readonly string[] }
  | {
      readonly type: 'rfc822Name';
      readonly text: string;
      /** One mailbox, all on one host, or all below a domain. */
      readonly base:
        | { readonly kind: 'mailbox'; readonly mailbox: Mailbox }
        | { readonly kind: 'host' | 'below'; readonly labels: readonly string[] };
    }
  | {
      readonly type: 'uniformResourceIdentifier';
      readonly text: string;
      readonly kind: 'host' | 'below';
      readonly labels: readonly string[];
    }
  | {
      readonly type: 'iPAddress';
      readonly text: string;
      readonly address: Uint8Array;
      readonly mask: Uint8Array;
    }
  | { readonly type: 'directoryName'; readonly text: string; readonly rdns: readonly string[] };

/** Kinds of names that can be compared here; the others can only be refused. */
export function isComparable(name: GeneralName): boolean {
  return (
    name.type === 'dNSName' ||
    name.type === 'rfc822Name' ||
    name.type === 'uniformResourceIdentifier' ||
    name.type === 'iPAddress' ||
    name.type === 'directoryName'
  );
}

/**
 * All names a certificate stands for: its subject, its subjectAltName, and the e-mail addresses of the
 * subject where there is no subjectAltName ("Legacy implementations exist …").
 */
export function namesOf(certificate: Certificate): readonly GeneralName[] {
  const listed = certificate.extensions.subjectAltName;
  const { subject } = certificate;
  const own: GeneralName[] =
    subject.rdns.length === 0 ? [] : [{ type: 'directoryName', name: subject, value: subject.text }];
  const mail = subject.rdns
    .flat()
    .filter((attribute) => attribute.type === 'emailAddress')
    .map((attribute): GeneralName => ({ type: 'rfc822Name', value: attribute.value }));
  return [...own, ...(listed ?? mail)];
}

/** Undefined where the name is none of its kind, or of a kind that cannot be compared. */
export function subjectOf(name: GeneralName): Subject | undefined {
  const text = name.value;
  switch (name.type) {
    case 'dNSName': {
      const pattern = patternOf(text);
      return pattern && { type: name.type, text, pattern };
    }
    case 'rfc822Name': {
      const mailbox = mailboxOf(text);
      return mailbox && { type: name.type, text, mailbox };
    }
    case 'uniformResourceIdentifier':
      return { type: name.type, text, host: hostOf(text) };
    case 'iPAddress':
      return { type: name.type, text, octets: name.bytes };
    case 'directoryName':
      return { type: name.type, text, rdns: name.name.canonicalRdns };
    case 'otherName':
    case 'x400Address':
    case 'ediPartyName':
    case 'registeredID':
      return undefined;
  }
}

/** Undefined where the constraint is none of its kind, or of a kind that cannot be compared. */
export function subtreeOf(base: GeneralName): Subtree | undefined {
  const text = base.value;
  switch (base.type) {
    case 'dNSName': {
      // The empty name has no label to match, so it holds for every name. A leading dot is not RFC 5280's.
      const labels = text === '' ? [] : labelsOf(text);
      return labels && { type: base.type, text, labels };
    }
    case 'rfc822Name': {
      if (text.includes('@')) {
        const mailbox = mailboxOf(text);
        return mailbox && { type: base.type, text, base: { kind: 'mailbox', mailbox } };
      }
      const host = hostOrBelow(text);
      return host && { type: base.type, text, base: host };
    }
    case 'uniformResourceIdentifier': {
      const host = hostOrBelow(text);
      return host && { type: base.type, text, ...host };
    }
    case 'iPAddress': {
      const half = base.bytes.length / 2;
      const mask = base.bytes.subarray(half);
      return isPrefixMask(mask)
        ? { type: base.type, text, address: base.bytes.subarray(0, half), mask }
        : undefined;
    }
    case 'directoryName':
      return { type: base.type, text, rdns: base.name.canonicalRdns };
    case 'otherName':
    case 'x400Address':
    case 'ediPartyName':
    case 'registeredID':
      return undefined;
  }
}

/** Whether every name that `subject` stands for is inside. Of different kinds: no. */
export function isWithin(subject: Subject, tree: Subtree): boolean {
  return compare(subject, tree, 'within');
}

/** Whether any name that `subject` stands for is inside: a wildcard can reach into a subtree below it. */
export function touches(subject: Subject, tree: Subtree): boolean {
  return compare(subject, tree, 'touches');
}

function compare(subject: Subject, tree: Subtree, how: 'within' | 'touches'): boolean {
  switch (subject.type) {
    case 'dNSName':
      return tree.type === 'dNSName' && dnsInside(subject.pattern, tree.labels, how);
    case 'rfc822Name':
      return tree.type === 'rfc822Name' && mailInside(subject.mailbox, tree);
    case 'uniformResourceIdentifier':
      if (tree.type !== 'uniformResourceIdentifier') return false;
      // A URI whose host cannot be told is in no permitted subtree and in every excluded one.
      if (subject.host === undefined) return how === 'touches';
      return tree.kind === 'host' ? sameLabels(subject.host, tree.labels) : below(subject.host, tree.labels);
    case 'iPAddress': {
      if (tree.type !== 'iPAddress' || tree.address.length !== subject.octets.length) return false;
      return subject.octets.every(
        (octet, i) => (octet & (tree.mask[i] ?? 0)) === ((tree.address[i] ?? 0) & (tree.mask[i] ?? 0)),
      );
    }
    case 'directoryName':
      return tree.type === 'directoryName' && tree.rdns.every((rdn, i) => rdn === subject.rdns[i]);
  }
}

function dnsInside(
  { wildcard, labels }: Pattern,
  tree: readonly string[],
  how: 'within' | 'touches',
): boolean {
  if (endsWith(labels, tree)) return true;
  // '*.example.com' stands for 'foo.example.com' among others.
  return how === 'touches' && wildcard && sameLabels(labels, tree.slice(1));
}

function mailInside({ local, domain }: Mailbox, { base }: Extract<Subtree, { type: 'rfc822Name' }>): boolean {
  if (base.kind === 'mailbox') return local === base.mailbox.local && sameLabels(domain, base.mailbox.domain);
  return base.kind === 'host' ? sameLabels(domain, base.labels) : below(domain, base.labels);
}

function endsWith(labels: readonly string[], end: readonly string[]): boolean {
  const skip = labels.length - end.length;
  return skip >= 0 && end.every((label, i) => label === labels[skip + i]);
}

function sameLabels(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && endsWith(a, b);
}

function below(labels: readonly string[], domain: readonly string[]): boolean {
  return labels.length > domain.length && endsWith(labels, domain);
}

/** 'host.example' or '.example'; undefined for anything else. */
function hostOrBelow(
  text: string,
): { readonly kind: 'host' | 'below'; readonly labels: readonly string[] } | undefined {
  const dotted = text.startsWith('.');
  const labels = labelsOf(dotted ? text.slice(1) : text);
  return labels && { kind: dotted ? 'below' : 'host', labels };
}

/** The host of a URI with an authority (RFC 3986 §3.2.2); undefined where it is missing or an address. */
function hostOf(uri: string): readonly string[] | undefined {
  const authority = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/([^/?#]*)/.exec(uri)?.[1];
  if (authority === undefined) return undefined;
  return labelsOf(authority.replace(/^[^@]*@/, '').replace(/:\d*$/, ''));
}

/** Ones, then zeros: RFC 4632 §3.1. Other masks are not in its style. */
function isPrefixMask(mask: Uint8Array): boolean {
  const bits = Array.from(mask, (octet) => octet.toString(2).padStart(8, '0')).join('');
  return !bits.includes('01');
}
