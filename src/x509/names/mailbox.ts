/** Mailboxes in certificates: RFC 5280 §4.2.1.6, the syntax of RFC 5321 §4.1.2 without comments. */
import { labelsOf } from './dns.ts';

export interface Mailbox {
  /** As written; case counts here. */
  readonly local: string;
  readonly domain: readonly string[];
}

const atom = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/;

/** Undefined where the text is no mailbox. */
export function mailboxOf(text: string): Mailbox | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = labelsOf(text.slice(at + 1));
  if (at < 1 || domain === undefined || local.length > 64) return undefined;
  return atom.test(local) || quoted.test(local) ? { local, domain } : undefined;
}

export function mailboxMatches(reference: string, presented: string): boolean {
  const wanted = mailboxOf(reference);
  const given = mailboxOf(presented);
  return (
    wanted !== undefined &&
    given !== undefined &&
    wanted.local === given.local &&
    wanted.domain.join('.') === given.domain.join('.')
  );
}
