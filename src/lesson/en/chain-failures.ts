/** Why no path was accepted: first cause first, in the learner's world. One text for each code of x509/path. */
import type { FactsOf } from '../step-facts.ts';
import type { Rich } from '../rich.ts';
import type { StepText } from '../words.ts';
import { code, rich, sentences, term } from '../rich.ts';
import { Party, and, count, date, dateTime, other, party } from './grammar.ts';

type Failure = FactsOf<'chain-invalid'>;

export function chainInvalid(f: Failure): StepText {
  const text = texts[f.code] ?? unknown;
  return {
    title: f.subject === 'server' ? 'Validate chain' : 'Validate the browser’s chain',
    body: text(f),
  };
}

const who = (f: Failure): string => party(other(f.subject));
const Who = (f: Failure): string => Party(other(f.subject));
const leaf = (f: Failure): Rich => (f.leaf === undefined ? rich`the ${term('leaf')}` : code1(f.leaf.name));
const code1 = (text: string): Rich => [code(text)];
/** The certificate that failed, by name. */
const culprit = (f: Failure): Rich => (f.at === undefined ? leaf(f) : f.atLeaf ? code1(f.at) : [f.at]);

function unknown(f: Failure): Rich {
  return rich`${Who(f)} finds no ${term('path')} it can accept: the check ${code(f.check)} fails (${code(f.code)}).`;
}

const texts: Readonly<Record<string, (f: Failure) => Rich>> = {
  'issuer-not-found': (f) =>
    sentences(
      f.leaf === undefined
        ? rich`The ${term('issuer')} of a certificate was not sent, and ${who(f)} has no copy.`
        : rich`The ${term('leaf')} ${leaf(f)} names its ${term('issuer')}, ${f.leaf.issuer}, but ${party(f.subject)} did not send that ${term('intermediate')} and ${who(f)} has no copy.`,
      rich`Without the issuer’s ${term('public-key')} the signature cannot be checked, so ${who(f)} stops.`,
      rich`Not because the ${term('root')} is missing from what was sent: roots are never needed there.`,
    ),
  'root-not-trusted': (f) =>
    sentences(
      rich`The signatures lead from ${leaf(f)} up to ${f.at ?? 'a root'}, but that is not among the ${f.roots === undefined ? '' : rich`${f.roots} `}roots ${who(f)} trusts.`,
      rich`Anyone can make a ${term('root')} and issue certificates under it; sending it along would not help either.`,
      rich`Trust starts only at a ${term('trust-anchor')} that ${who(f)} already had.`,
    ),
  'no-path': (f) =>
    sentences(
      rich`${Who(f)} finds no ${term('path')} from ${leaf(f)} to one of the ${f.roots === undefined ? '' : rich`${f.roots} `}roots it trusts.`,
      rich`Without a ${term('trust-anchor')} at its end a chain proves nothing, because anyone can sign certificates.`,
    ),
  'self-signed': (f) =>
    sentences(
      rich`${leaf(f)} is ${term('self-signed')}: signed with its own key and not in the ${term('root-store', 'store')}.`,
      rich`It shows that its maker has this key, and nothing about who that is; Mallory could make one just like it.`,
    ),
  expired: (f) =>
    sentences(
      rich`${f.atLeaf ? 'The certificate for' : 'The certificate of'} ${culprit(f)} ended on ${f.notAfter === undefined ? 'an earlier day' : date(f.notAfter)}, and the clock says ${date(f.clock)}${f.notAfter === undefined ? '' : late(f.clock - f.notAfter)}.`,
      rich`Its signature may be as good as ever, but the issuer no longer vouches for it, and need not even say whether the key has been stolen since.`,
      f.atLeaf ? undefined : rich`The ${term('leaf')} is not to blame: a ${term('path')} is only as valid as each certificate in it.`,
    ),
  'not-yet-valid': (f) =>
    sentences(
      rich`${f.atLeaf ? 'The certificate for' : 'The certificate of'} ${culprit(f)} is good from ${f.notBefore === undefined ? 'a later day' : date(f.notBefore)} on, and the clock says ${dateTime(f.clock)}.`,
      rich`Nothing is wrong with the certificate; mostly it is the clock of the device that runs behind.`,
    ),
  'name-mismatch': (f) =>
    sentences(
      rich`The certificate is genuine, but for another name: it is good for ${f.actual.length === 0 ? 'no host name at all' : and(f.actual.map(code))}, and the address bar says ${code(f.host)}.`,
      rich`If browsers let that pass, everyone with a certificate for any name could stand in for ${code(f.host)}.`,
      rich`Only the ${term('subject-alternative-name')} counts; the ${term('common-name')} is not looked at.`,
    ),
  'bad-signature': (f) =>
    sentences(
      rich`The ${term('signature')} on ${culprit(f)} does not verify with the ${term('public-key')} of its ${term('issuer')}.`,
      rich`Either a byte was changed after signing, or somebody else’s key signed it; the name of the issuer alone proves nothing.`,
    ),
  'unsupported-algorithm': (f) =>
    rich`${culprit(f)} is signed with an algorithm that ${who(f)} does not know, so nobody here can say whether the ${term('signature')} is good.`,
  'weak-algorithm': (f) =>
    rich`${culprit(f)} rests on an algorithm or a key that is too weak${f.actual.length === 0 ? '' : rich` (${and(f.actual.map(code))})`}: others could make a certificate that carries the same ${term('signature')}.`,
  'not-a-ca': (f) =>
    sentences(
      rich`${culprit(f)} signed the certificate below it, but its ${term('basic-constraints')} do not make it a ${term('certification-authority')}.`,
      rich`Without this check everyone with a certificate for any name could issue one for ${code(f.host)}.`,
    ),
  'path-too-long': (f) =>
    rich`More intermediates follow below ${culprit(f)} than its ${term('path-length', 'path length')} allows${f.expected.length === 0 ? '' : rich`: ${count(Number(f.expected[0]), 'is', 'are')} permitted`}.`,
};

function late(milliseconds: number): Rich {
  const days = Math.floor(milliseconds / 86_400_000);
  return days < 1 ? [] : rich`, ${count(days, 'day', 'days')} too late`;
}
