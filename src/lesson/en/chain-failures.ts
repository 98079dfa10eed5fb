/** Why no path was accepted: first cause first, in the learner's world. One text for each code of x509/path. */
import type { FailureCode } from '../../x509/path/codes.ts';
import type { FactsOf } from '../step-facts.ts';
import type { Rich } from '../rich.ts';
import type { StepText } from '../words.ts';
import { code, rich, sentences, term } from '../rich.ts';
import { and, count, date, dateTime, other, party, Party } from './grammar.ts';

type Failure = FactsOf<'chain-invalid'>;

export function chainInvalid(f: Failure): StepText {
  const others = f.failed - 1;
  return {
    title: f.subject === 'server' ? 'Validate chain' : 'Validate the browser’s chain',
    body: sentences(
      chainFailure(f),
      others > 0 ? rich`${count(others, 'more check fails', 'more checks fail')} on this path.` : undefined,
    ),
  };
}

/** Why one check failed; without the other checks. */
export function chainFailure(f: Failure): Rich {
  const text = (texts as Readonly<Record<string, (f: Failure) => Rich>>)[f.code];
  return (
    text?.(f) ??
    rich`${Who(f)} finds no ${term('path')} it can accept: the check ${code(f.check)} fails (${code(f.code)}).`
  );
}

const who = (f: Failure): string => party(other(f.subject));
const Who = (f: Failure): string => Party(other(f.subject));
const leaf = (f: Failure): Rich => (f.leaf === undefined ? ['the first certificate'] : [code(f.leaf.name)]);
/** The certificate that failed, by name. */
const culprit = (f: Failure): Rich => (f.at === undefined ? leaf(f) : f.atLeaf ? [code(f.at)] : [f.at]);
const roots = (f: Failure): Rich =>
  rich`the roots ${who(f)} trusts${f.roots === undefined ? '' : rich` (${f.roots} switched on)`}`;
const found = (f: Failure): Rich => (f.actual.length === 0 ? [] : rich` (${and(f.actual.map(code))})`);

const texts: Readonly<Record<FailureCode, (f: Failure) => Rich>> = {
  'issuer-not-found': (f) =>
    sentences(
      rich`${Party(f.subject)} did not send the certificate of ${f.wanted ?? 'the CA'}, the ${term('issuer')} of ${leaf(f)}, and ${who(f)} has no copy.`,
      rich`Without its ${term('public-key')} the signature on the ${term('leaf')} cannot be checked.`,
      rich`Not because the ${term('root')} is missing from what was sent: roots are never needed there.`,
    ),
  'root-not-trusted': (f) =>
    sentences(
      rich`The path leads from ${leaf(f)}${f.atLeaf || f.at === undefined ? '' : rich` over ${f.at}`} to ${f.wanted ?? 'a root'}, which is not among ${roots(f)}.`,
      rich`Anyone can make a ${term('root')}: trust starts at a ${term('trust-anchor')} that ${who(f)} had before, never at one that was only sent.`,
    ),
  'self-signed': (f) =>
    sentences(
      rich`${leaf(f)} is ${term('self-signed')}: signed with its own key and not among ${roots(f)}.`,
      rich`It shows that its maker has this key, and nothing about who that is; Mallory could make one that looks the same.`,
    ),
  'search-limit': (f) =>
    rich`The ${term('path')} from ${leaf(f)} grew too long before it reached a ${term('trust-anchor')}. Without a limit a sender could keep ${who(f)} busy with endless chains.`,
  'no-certificate': (f) =>
    rich`${Party(f.subject)} sent no certificate, so there is nothing to check. Without one ${who(f)} does not know whom it talks to.`,

  'bad-signature': (f) =>
    sentences(
      rich`The ${term('signature')} on ${culprit(f)} does not verify with the ${term('public-key')} of its ${term('issuer')}.`,
      rich`Either a byte was changed after signing, or another key signed it; the name of the issuer alone proves nothing.`,
    ),
  'weak-algorithm': (f) =>
    rich`${culprit(f)} is signed over a broken ${term('hash')}${found(f)}. Two certificates with the same hash can be made, so the ${term('signature')} may have been taken from another one.`,
  'unsupported-algorithm': (f) =>
    rich`${culprit(f)} is signed with an algorithm that ${who(f)} does not accept${found(f)}, so it cannot say whether the ${term('signature')} is good.`,
  'algorithm-mismatch': (f) =>
    rich`${culprit(f)} names one signature algorithm inside the signed part and another one outside. The outer one is not protected, so somebody may have changed it.`,
  'weak-key': (f) =>
    rich`The key of ${culprit(f)} is too short${found(f)}. Whoever has enough computers can find the ${term('private-key')} and sign in its name.`,
  'unsupported-key': (f) =>
    rich`${culprit(f)} has a key of a kind that ${who(f)} does not accept${found(f)}, so no signature by it can be checked.`,
  'signature-budget': (f) =>
    rich`The certificates sent lead to more signatures than ${who(f)} is willing to check. Without a budget a sender could keep it busy for hours.`,

  expired: (f) =>
    sentences(
      rich`The certificate ${f.atLeaf ? 'for' : 'of'} ${culprit(f)} ended on ${f.notAfter === undefined ? 'an earlier day' : date(f.notAfter)}, and the clock says ${date(f.clock)}${f.notAfter === undefined ? '' : late(f.clock - f.notAfter)}.`,
      rich`Its signature may be as good as ever, but the issuer no longer vouches for it, and need not even say whether the key has been stolen since.`,
      f.atLeaf
        ? undefined
        : rich`The ${term('leaf')} is not to blame: a ${term('path')} is only as valid as each certificate in it.`,
    ),
  'not-yet-valid': (f) =>
    sentences(
      rich`The certificate ${f.atLeaf ? 'for' : 'of'} ${culprit(f)} is good from ${f.notBefore === undefined ? 'a later day' : dateTime(f.notBefore)} on, and the clock says ${dateTime(f.clock)}.`,
      rich`Mostly nothing is wrong with the certificate: the clock of the device runs behind.`,
    ),

  'name-mismatch': (f) =>
    sentences(
      rich`The certificate is for other names: it is good for ${and(f.actual.map(code))}, and the address bar says ${code(f.host)}.`,
      rich`If browsers let that pass, everyone with a certificate for any name could stand in for ${code(f.host)}.`,
      f.actual.some((name) => name.startsWith('*.'))
        ? rich`A wildcard stands for exactly one label.`
        : rich`Only the ${term('subject-alternative-name')} counts, not the ${term('common-name')}.`,
    ),
  'no-names': (f) =>
    sentences(
      rich`The address bar says ${code(f.host)}, and the certificate has no ${term('subject-alternative-name')} of that kind${f.actual.length === 0 ? '' : rich`, only ${and(f.actual.map(code))}`}.`,
      f.address
        ? rich`An IP address must stand there as one; a host name that leads to it does not count.`
        : rich`A host name in the ${term('common-name')} does not help: browsers stopped reading it, because nothing says that it is one.`,
    ),

  'not-a-ca': (f) =>
    sentences(
      rich`${culprit(f)} signed the certificate below it, but its ${term('basic-constraints')} do not make it a ${term('certification-authority')}.`,
      rich`Without this check everyone with a certificate for any name could issue one for ${code(f.host)}.`,
    ),
  'leaf-is-a-ca': (f) =>
    rich`The first certificate, ${culprit(f)}, is that of a ${term('certification-authority')}. A key that can sign certificates does not belong on a server; mostly the ${term('chain')} is in the wrong order or the leaf is missing.`,
  'path-too-long': (f) =>
    rich`${f.actual.length === 0 ? 'Too many' : rich`${Number(f.actual[0])}`} intermediates follow below ${culprit(f)}, and its ${term('path-length', 'path length constraint')} allows ${f.expected.length === 0 ? 'fewer' : rich`${Number(f.expected[0])}`}. The CA above did not permit it to create authorities of its own.`,

  'no-key-cert-sign': (f) =>
    rich`The ${term('key-usage')} of ${culprit(f)} lacks ${code('keyCertSign')}, so this key may not sign certificates. It did all the same, which only its owner or a thief can explain.`,
  'no-digital-signature': (f) =>
    rich`The ${term('key-usage')} of ${culprit(f)} lacks ${code('digitalSignature')}${found(f)}. In TLS 1.3 signing is all that the key of a certificate does.`,
  'key-cert-sign-without-ca': (f) =>
    rich`The ${term('key-usage')} of ${culprit(f)} permits signing certificates, its ${term('basic-constraints')} do not. RFC 5280 forbids that contradiction.`,
  'wrong-purpose': (f) =>
    rich`${culprit(f)} was issued for ${f.actual.length === 0 ? 'another purpose' : and(f.actual.map(code))} and not for ${f.expected.length === 0 ? 'this one' : and(f.expected.map(code))} (${term('extended-key-usage')}). The issuer has checked it for that use only.`,
  'no-purpose': (f) =>
    rich`${culprit(f)} does not say what it was issued for: a server’s certificate must list ${code('serverAuth')} in its ${term('extended-key-usage')}.`,
  'unknown-critical-extension': (f) =>
    rich`${culprit(f)} has a ${term('critical-extension')} that ${who(f)} does not process${found(f)}. Its issuer wants it rejected by everyone who cannot obey.`,
};

function late(milliseconds: number): Rich {
  const days = Math.floor(milliseconds / 86_400_000);
  return days < 1 ? [] : rich`, ${count(days, 'day', 'days')} too late`;
}
