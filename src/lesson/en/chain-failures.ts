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
/** What stands between the leaf and the issuer that was looked for. */
const over = (f: Failure): Rich => {
  const between = f.path.slice(1).filter((name) => name !== f.wanted);
  return between.length === 0 ? [] : rich` over ${and(between)}`;
};
const roots = (f: Failure): Rich =>
  rich`the roots ${who(f)} trusts${f.roots === undefined ? '' : rich` (${f.roots} switched on)`}`;
const found = (f: Failure): Rich => (f.actual.length === 0 ? [] : rich` (${and(f.actual.map(code))})`);

const texts: Readonly<Record<FailureCode, (f: Failure) => Rich>> = {
  'issuer-not-found': (f) =>
    sentences(
      rich`${Party(f.subject)} did not send the certificate of ${f.wanted ?? 'the CA'}, the ${term('issuer')} of ${leaf(f)}, and ${who(f)} has no copy.`,
      rich`Without its ${term('public-key')} the signature on the ${term('leaf')} cannot be checked.`,
      f.subject === 'browser'
        ? rich`If that is a ${term('root')}, sending it would not help: ${who(f)} trusts only those it had before.`
        : rich`Not because the ${term('root')} is missing from what was sent: roots are never needed there.`,
    ),
  'root-not-trusted': (f) =>
    sentences(
      rich`The path leads from ${leaf(f)}${over(f)} to ${f.wanted ?? 'a root'}, which is not among ${roots(f)}.`,
      rich`Anyone can make a ${term('root')}: trust starts at a ${term('trust-anchor')} that ${who(f)} had before, never at one that was only sent.`,
    ),
  distrusted: (f) =>
    sentences(
      rich`The path from ${leaf(f)} leads over ${f.at ?? 'an authority'}, whose ${term('private-key')} is known to be in the wrong hands.`,
      rich`Whoever has that key can sign a certificate for any name, so nothing below it proves anything any more: when a ${term('root')} falls, all it issued falls.`,
    ),
  'self-signed': (f) =>
    sentences(
      rich`${leaf(f)} is ${term('self-signed', 'self-signed')}: signed with its own key and not among ${roots(f)}.`,
      rich`It shows that its maker has this key, and nothing about who that is; Mallory could make one that looks the same.`,
    ),
  'search-limit': (f) =>
    rich`The ${term('path')} from ${leaf(f)} grew too long before it reached a ${term('trust-anchor')}. Without a limit a sender could keep ${who(f)} busy with endless chains.`,
  'search-budget': (f) =>
    rich`The certificates lead to more ways than ${who(f)} is willing to walk. Without a budget a sender could keep it searching for hours.`,
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

  'empty-issuer': (f) =>
    rich`${culprit(f)} does not say who issued it: its ${term('issuer')} is empty. Without a name there is nothing to look for, and anyone could claim it.`,
  'empty-subject': () =>
    rich`An authority on this path has no name: its ${term('subject')} is empty. What it issues could name no ${term('issuer')}.`,
  'key-identifier-mismatch': (f) =>
    rich`The ${term('authority-key-identifier')} of ${culprit(f)} names another key than the one above it has. It is meant as a hint, and this client takes it as a condition.`,

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

  'malformed-name': (f) =>
    rich`${culprit(f)} carries a name that is none${found(f)}: host names stand there in ASCII letters, digits and hyphens. What one program reads as one name another could read as a different one.`,
  'public-suffix-wildcard': (f) =>
    rich`${found(f).length === 0 ? 'A wildcard' : and(f.actual.map(code))} stands for everything below a public suffix, where strangers register their names. No single owner can have proved control of all of them.`,
  'common-name-not-listed': (f) =>
    rich`The ${term('common-name')} of ${culprit(f)}${found(f)} is not, letter for letter, one of the names in its ${term('subject-alternative-name')}. A program that still reads the ${term('common-name')} would believe a name that nobody checked.`,
  'wrong-name-criticality': (f) =>
    rich`The ${term('subject-alternative-name')} must be critical exactly where the ${term('subject')} is empty, because then it is the only name there is. In ${culprit(f)} it is the other way round.`,
  'nameless-leaf': (f) =>
    rich`${culprit(f)} names nobody: the ${term('subject')} is empty, and there is no ${term('subject-alternative-name')}. A certificate without a name certifies nothing.`,

  'not-a-ca': (f) =>
    sentences(
      rich`${culprit(f)} signed the certificate below it, but its ${term('basic-constraints')} do not make it a ${term('certification-authority')}.`,
      rich`Without this check everyone with a certificate for any name could issue one for ${code(f.host)}.`,
    ),
  'leaf-is-a-ca': (f) =>
    rich`The first certificate, ${culprit(f)}, is that of a ${term('certification-authority')}. A key that can sign certificates does not belong on a server; mostly the ${term('chain')} is in the wrong order or the leaf is missing.`,
  'path-too-long': (f) =>
    rich`${f.actual.length === 0 ? 'Too many intermediates follow' : count(Number(f.actual[0]), 'intermediate follows', 'intermediates follow')} below ${culprit(f)}, and its ${term('path-length', 'path length constraint')} allows ${f.expected.length === 0 ? 'fewer' : rich`${Number(f.expected[0])}`}. The CA above did not permit it to create authorities of its own.`,

  'no-key-cert-sign': (f) =>
    rich`The ${term('key-usage')} of ${culprit(f)} lacks ${code('keyCertSign')}, so this key may not sign certificates. It did all the same, which only its owner or a thief can explain.`,
  'no-digital-signature': (f) =>
    rich`The ${term('key-usage')} of ${culprit(f)} lacks ${code('digitalSignature')}${found(f)}. In TLS 1.3 signing is all that the key of a certificate does.`,
  'no-key-usage': (f) =>
    rich`The ${term('key-usage')} of ${culprit(f)} lacks ${and(f.expected.map(code))}${found(f)}. The key would be used for something its issuer did not permit.`,
  'key-cert-sign-without-ca': (f) =>
    rich`The ${term('key-usage')} of ${culprit(f)} permits signing certificates, its ${term('basic-constraints')} do not. RFC 5280 forbids that contradiction.`,
  'wrong-purpose': (f) =>
    rich`${culprit(f)} was issued for ${f.actual.length === 0 ? 'another purpose' : and(f.actual.map(code))} and not for ${f.expected.length === 0 ? 'this one' : and(f.expected.map(code))} (${term('extended-key-usage')}). The issuer has checked it for that use only.`,
  'no-purpose': (f) =>
    rich`${culprit(f)} does not say what it was issued for: a server’s certificate must list ${code('serverAuth')} in its ${term('extended-key-usage')}.`,
  'forbidden-purpose': (f) =>
    rich`${culprit(f)} lists ${and(f.actual.map(code))} beside its purpose as a server’s certificate (${term('extended-key-usage')}). A key on a machine that faces the internet must not also sign code, mail or answers about ${term('revocation')}.`,

  'name-not-permitted': (f) =>
    rich`${f.actual.length === 0 ? 'A name' : and(f.actual.map(code))} lies outside what an authority above may vouch for${f.expected.length === 0 ? '' : rich` (${and(f.expected.map(code))})`}. The CA that signed for that authority limited it so, and a signature cannot widen the limit.`,
  'name-excluded': (f) =>
    rich`${f.actual.length === 0 ? 'A name' : and(f.actual.map(code))} lies inside what an authority above may not vouch for${f.expected.length === 0 ? '' : rich` (${and(f.expected.map(code))})`}. An exclusion wins over every permission.`,
  'malformed-constraint': (f) =>
    rich`${culprit(f)} limits the names below it by something that is no such limit${found(f)}. What cannot be understood cannot be kept, so nothing below it can be trusted.`,
  'unsupported-constraint': (f) =>
    rich`${culprit(f)} limits a kind of name that ${who(f)} cannot compare${found(f)}, and a certificate below has such a name. RFC 5280 leaves two ways then, to process it or to reject.`,
  'name-constraint-budget': (f) =>
    rich`The names and limits on this path ask for more comparisons than ${who(f)} is willing to make. Without a budget a sender could keep it busy for hours.`,

  'no-valid-policy': (f) =>
    rich`An authority above demands that a ${term('certificate-policy')} holds along the whole ${term('path')}, and none does${found(f)}. The rules under which ${culprit(f)} was issued are not those that were promised.`,
  'bad-policy-mapping': (f) =>
    rich`${culprit(f)} declares the policy for everything to be equal to another one. RFC 5280 forbids that mapping, which would make every ${term('certificate-policy')} the same.`,
  'duplicate-policy': (f) =>
    rich`${culprit(f)} lists the same ${term('certificate-policy')} twice${found(f)}. RFC 5280 allows each only once, so that nobody has to guess which entry counts.`,

  'missing-extension': (f) =>
    rich`${culprit(f)} lacks ${f.expected.length === 0 ? 'an extension it must have' : and(f.expected.map(code))}. Authorities must put it there, so that the next certificate of a ${term('path')} can be found.`,
  'wrong-criticality': (f) =>
    rich`In ${culprit(f)} ${f.expected.length === 0 ? 'an extension' : and(f.expected.map(code))} is ${f.actual.length === 0 ? 'marked the wrong way' : and(f.actual)}. Critical means that whoever does not understand it must refuse, so it is not a matter of taste.`,
  'misplaced-extension': (f) =>
    rich`${culprit(f)} has ${f.actual.length === 0 ? 'an extension' : and(f.actual.map(code))}, which has no place in a certificate of this kind. It would promise something that nobody enforces.`,

  'serial-not-positive': (f) =>
    rich`The serial number of ${culprit(f)} is zero or negative${found(f)}. It must be positive, because programs that read it without a sign would see another number.`,
  'serial-too-long': (f) =>
    rich`The serial number of ${culprit(f)} has ${f.actual.length === 0 ? 'too many' : rich`${Number(f.actual[0])}`} octets, and 20 is the most. Programs keep room for 20, and one that cuts the rest off mixes two certificates up.`,
  'serial-reused': (f) =>
    rich`Two certificates of the same ${term('issuer')} have one serial number${found(f)}. A ${term('revocation')} of one would hit the other.`,

  'wrong-version': (f) =>
    rich`${culprit(f)} is of version ${f.actual.length === 0 ? 'other than 3' : rich`${Number(f.actual[0])}`}. Only version 3 has extensions, and without them nothing says what a certificate may be used for.`,
  'wrong-time-form': (f) =>
    rich`A date of ${culprit(f)} is written in the wrong form${found(f)}: years through 2049 take ${code('UTCTime')}, later ones ${code('GeneralizedTime')}. With two forms for one date there would be two encodings of one certificate.`,
  'empty-period': (f) =>
    rich`The period of ${culprit(f)} ends before it begins. There is no moment at which it could be valid.`,
  'unique-identifier': (f) =>
    rich`${culprit(f)} has a unique identifier beside its names, a field of version 2. RFC 5280 forbids it, since a name must not be used again for somebody else.`,
  'algorithm-parameters': (f) =>
    rich`${culprit(f)} names an algorithm with parameters it does not have, or without those it needs${found(f)}. Each algorithm has exactly one encoding, so that the signed bytes mean one thing.`,
  'not-der': (f) =>
    rich`A value in ${culprit(f)} is not written in the shortest form that ${term('der')} demands${found(f)}. Signatures cover bytes, so each value may have one encoding only.`,

  revoked: (f) =>
    sentences(
      rich`The issuer of ${culprit(f)} has revoked it${found(f)}.`,
      rich`Its dates and its signature are still good: ${term('revocation')} is the only way to end it early, for instance when the ${term('private-key')} was stolen.`,
    ),
  'status-unknown': (f) =>
    rich`Nobody could say whether ${culprit(f)} was revoked, and this client insists on an answer (hard fail). Otherwise whoever holds back the answer could use a revoked certificate.`,
  'staple-missing': (f) =>
    rich`${culprit(f)} promises that its server always brings fresh word about its ${term('revocation')} (must-staple), and none came. A thief with the key could otherwise leave it out.`,
  'bad-staple': (f) =>
    rich`The answer about ${term('revocation')} that came with ${culprit(f)} proves nothing${found(f)}. Only a fresh answer, signed by the ${term('issuer')} or somebody it named for that, counts.`,
  'bad-crl': (f) =>
    rich`The revocation list (${term('crl')}) for ${culprit(f)} cannot be used${found(f)}. A list that is not complete, fresh and signed by the ${term('issuer')} could hide the entry that matters.`,
  'bad-ocsp-response': (f) =>
    rich`The answer about the ${term('revocation')} of ${culprit(f)} cannot be used${found(f)}. Only a fresh answer, signed by the ${term('issuer')} or somebody it named for that, counts.`,

  'unknown-critical-extension': (f) =>
    rich`${culprit(f)} has a ${term('critical-extension')} that ${who(f)} does not process${found(f)}. Its issuer wants it rejected by everyone who cannot obey.`,
};

function late(milliseconds: number): Rich {
  const days = Math.floor(milliseconds / 86_400_000);
  return days < 1 ? [] : rich`, ${count(days, 'day', 'days')} too late`;
}
