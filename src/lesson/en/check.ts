/** English: "Your chain", the page for certificates that people bring along. */
import type { PasteProblem } from '../../interchange/paste.ts';
import { grouped, plural } from '../catalog.ts';

const problems: Readonly<Record<PasteProblem, string>> = {
  'no-block': 'There is no line -----BEGIN …----- here.',
  'stray-end': 'An END line without a BEGIN line before it.',
  'missing-end': 'This BEGIN line has no END line. The end was probably not copied.',
  'label-mismatch': 'END names another kind of block than its BEGIN line.',
  headers: 'A block with headers of RFC 1421: it is encrypted, and not read.',
  'bad-character': 'A character that base64 does not have.',
  'bad-padding': 'The base64 does not end where it should. A line or a part of one is missing.',
  empty: 'Nothing stands between BEGIN and END.',
  'nothing-found':
    'No certificate in here. Expected is PEM (-----BEGIN CERTIFICATE-----), base64 or hex of DER, PKCS #7, or the output of openssl s_client -showcerts.',
  'bad-bundle': 'A PKCS #7 structure, but not a bundle of certificates.',
  'empty-bundle': 'A PKCS #7 bundle without a certificate.',
  pkcs12:
    'PKCS #12, a safe with a password and usually a private key. Take the certificates out: openssl pkcs12 -nokeys -in FILE.',
};

export const check = {
  title: 'Your chain',
  paste: {
    title: 'Bring your own',
    subtitle: 'read here, sent nowhere',
    label: 'Certificates: paste or drop them here',
    placeholder:
      'Paste PEM, base64, PKCS #7, or the output of\nopenssl s_client -connect HOST:443 -showcerts\n\nOr drop files here.',
    edit: 'Edit the text',
    openFile: 'Choose files',
    clear: 'Clear',
    moreLines: (count: number) => `… ${plural(count, 'line', 'lines')}`,
    drop: 'Drop certificates here',
  },
  found: {
    heading: (count: number) =>
      count === 0 ? 'No certificate found' : `${plural(count, 'certificate', 'certificates')} found`,
    keys: (count: number) => `${plural(count, 'key', 'keys')} ignored`,
    faults: (count: number) => plural(count, 'fault', 'faults'),
    spoken: (certificates: number, keys: number, faults: number) =>
      [
        plural(certificates, 'certificate', 'certificates'),
        ...(keys > 0 ? [`${plural(keys, 'key', 'keys')} not read, not kept`] : []),
        ...(faults > 0 ? [plural(faults, 'fault', 'faults')] : []),
      ].join(', '),
    empty: 'Nothing pasted yet',
    emptyNote: 'Any order will do. A root is not needed: it counts only when the store already has it.',
    by: (issuer: string) => `by ${issuer}`,
    marks: {
      'self-signed': 'names itself as its issuer',
      moved: 'the leaf, moved to the front: servers have to send it first',
      unrelated: 'unrelated: no name leads here from the leaf',
    },
    duplicate: (place: number) => `the same as [${place}], left out`,
    key: 'not read, not kept',
    keyNote: 'A chain has no use for it. If it was a key in use, treat it as one that was shown to somebody.',
    list: 'counts where it is about one of these certificates',
    other: 'no part of a chain, not read',
    line: (line: number, column: number | undefined) =>
      column === undefined ? `line ${line}` : `line ${line}, column ${column}`,
    problems,
    broken: (detail: string, offset: number) => `Not a certificate: ${detail}, at byte ${grouped(offset)}.`,
    bytes: (count: number) => `${grouped(count)} B`,
    look: (name: string) => `Look at ${name}`,
    lookBroken: 'Look at its bytes',
    trust: 'Trust it here',
    trustName: (name: string) => `Trust ${name} here`,
  },
  question: {
    title: 'Asked for',
    host: 'Host name',
    hostHint: 'no name is checked',
    hostWrong: 'Not a host name and not an IP address.',
    time: 'Time, UTC',
    now: 'now',
    timeWrong: 'Write it as 2026-11-23 19:17.',
    reset: 'As in the leaf',
    resetTime: 'Now',
  },
  roots: {
    title: 'Roots',
    mock: (count: number) => `Mock store, ${plural(count, 'root', 'roots')}`,
    mockNote: 'the invented roots of the Lab’s newest run',
    workshop: 'Your workshop’s root',
    add: 'Add a root file',
    remove: (name: string) => `Do not trust ${name}`,
    own: 'yours',
    fault: (name: string) => `No certificate found in ${name}.`,
    none: 'No root is trusted: no path can end well.',
    real: 'No root of the real web is in here. To judge a chain from there, add its root.',
  },
  verdict: {
    eyebrow: 'Browser, local work',
    title: 'Validate chain',
    waits:
      'Paste a chain at the left: the same checks as in a handshake run over it, and every verdict says what it rests on.',
    rejected: (reason: string) =>
      `${reason.replace(/[.]$/, '')}. What decides stands first; the other checks went on.`,
    trusted: (host: string, length: number, root: string) =>
      `${host === '' ? 'The leaf' : host} chains to ${root} over ${plural(length, 'certificate', 'certificates')}, and every check passed.`,
    passed: 'trusted',
    failed: 'not trusted',
    busy: 'Checking',
    failure: (message: string) => `The check broke off: ${message}`,
    limits: 'Nothing was fetched: issuers and revocation lists count only where you pasted them.',
  },
  tabs: {
    label: 'Views of the verdict',
    checks: 'Checks',
    paths: 'Paths',
    clients: 'Clients',
    fix: 'How to fix it',
  },
};
