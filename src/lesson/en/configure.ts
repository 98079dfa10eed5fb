/** English: the Configure sheet. */
import { grouped, plural } from '../catalog.ts';
import type { ChangeForm, ChoiceRule } from '../configure.ts';
import { date, dateTime } from './grammar.ts';

type Side = 'browser' | 'server';

const sideOf = (path: string): string => (path.startsWith('browser.') ? 'Browser' : 'Server');
const sideIn = (path: string): string => (path.startsWith('browser.') ? 'browser' : 'server');
const onOff = (on: boolean): string => (on ? 'on' : 'off');

/** Name of a setting, and what it is. */
function pair(name: string, note: string): readonly [string, string] {
  return [name, note];
}

/** `TLS_AES_128_GCM_SHA256` is too long for a chip; what tells suites apart is in the middle. */
function short(name: string): string {
  return name
    .replace(/^TLS_/, '')
    .replace(/_SHA\d+$/, '')
    .replace('CHACHA20_POLY1305', 'ChaCha20')
    .replaceAll('_', '-');
}

const lists: Readonly<Record<string, string>> = {
  'browser.versions': 'versions',
  'server.versions': 'versions',
  'browser.suites': 'suites',
  'server.suites': 'suites',
  'browser.groups': 'groups',
  'server.groups': 'groups',
  'browser.signatureSchemes': 'signature schemes',
  'server.signatureSchemes': 'signature schemes',
  'browser.alpn': 'ALPN',
  'server.alpn': 'ALPN',
};

function listChange(path: string, form: ChangeForm): string {
  const list = `${sideOf(path)} ${lists[path] ?? ''}`;
  switch (form.form) {
    case 'order':
      return form.first === undefined
        ? `${list} in another order`
        : `${short(form.first)} first at the ${sideIn(path)}`;
    case 'none':
      return `${list}: none`;
    case 'only':
      return `${list}: ${short(form.name)} only`;
    case 'without':
    case 'with':
      return `${list} ${form.form} ${form.names.map(short).join(', ')}`;
    case 'list':
      return `${list}: ${form.names.map(short).join(', ')}`;
    default:
      return list;
  }
}

/** A list whose name does not depend on the side: "Key shares: none", "Names: a, b". */
function named(name: string, form: ChangeForm): string {
  switch (form.form) {
    case 'none':
      return `${name}: none`;
    case 'only':
      return `${name}: ${form.name} only`;
    case 'without':
    case 'with':
      return `${name} ${form.form} ${form.names.join(', ')}`;
    case 'list':
      return `${name}: ${form.names.join(', ')}`;
    case 'order':
      return `${name} in another order`;
    default:
      return name;
  }
}

function change(path: string, form: ChangeForm): string {
  const text = form.form === 'text' ? form.text : '';
  const on = form.form === 'switch' && form.on;
  const bytes = form.form === 'number' ? form.value : 0;
  switch (path) {
    case 'clock':
      return form.form === 'time' && form.value !== null ? `Clock: ${dateTime(form.value)}` : 'Clock: now';
    case 'keyUpdate':
      return `KeyUpdate ${onOff(on)}`;
    case 'resume':
      return text === 'none' ? 'One connection' : `Comes back with a ${text}`;
    case 'resumeAfter':
      return `Comes back after ${plural(bytes, 'second', 'seconds')}`;
    case 'browser.pskModes':
      return named('PSK modes offered', form);
    case 'server.pskModes':
      return named('PSK modes accepted', form);
    case 'browser.psk':
    case 'server.psk':
      return `${sideOf(path)} PSK: ${form.form === 'text' ? form.text : 'none'}`;
    case 'browser.earlyData':
      return `Early data ${onOff(on)}`;
    case 'browser.renegotiate':
      return `ClientHello inside the connection ${onOff(on)}`;
    case 'browser.clickThrough':
      return `Goes on after a warning ${onOff(on)}`;
    case 'browser.hsts':
      return `HSTS ${onOff(on)}`;
    case 'browser.postHandshakeAuth':
      return `Offer a certificate later ${onOff(on)}`;
    case 'server.postHandshakeAuth':
      return `Ask for a certificate later ${onOff(on)}`;
    case 'server.antiReplay':
      return `Replayed early data: ${text === 'off' ? 'no protection' : text === 'list' ? 'list of hellos' : 'single-use tickets'}`;
    case 'server.tickets':
      return plural(bytes, 'ticket', 'tickets');
    case 'server.earlyData':
      return `Early data at the server: ${text}`;
    case 'network':
      return `Network: ${plural(bytes, 'act', 'acts')}`;
    case 'browser.keyShares':
      return named('Key shares', form);
    case 'browser.serverName':
      return `Address: ${text}`;
    case 'browser.sni':
      return `SNI ${onOff(on)}`;
    case 'browser.grease':
      return `GREASE ${onOff(on)}`;
    case 'browser.compatibilityMode':
      return `Compatibility mode ${onOff(on)}`;
    case 'browser.clientCertificate':
      return text === 'none' ? 'No client certificate' : `Client certificate: ${text.replaceAll('-', ' ')}`;
    case 'browser.compromised':
      return named('Compromised', form);
    case 'browser.cached':
      return named('Cached', form);
    case 'browser.statusRequest':
      return `Asks for a staple: ${onOff(on)}`;
    case 'server.staple':
      return text === 'none' ? 'No staple' : `Staple: ${text}`;
    case 'server.responder':
      return text === 'issuer' ? 'Staple signed by the issuer' : 'Staple signed by a delegated responder';
    case 'browser.revocation':
      return `Revocation: ${text === 'off' ? 'not asked' : text.replace('-', ' ')}`;
    case 'browser.aia':
      return `Fetches missing issuers: ${onOff(on)}`;
    case 'server.faults':
      return named('Faults', form);
    case 'server.repository':
      return `AIA address ${on ? 'answers' : 'does not answer'}`;
    case 'server.clientRoots':
      return named('Accepted client roots', form);
    case 'browser.request':
      return `Request: ${plural(bytes, 'byte', 'bytes')}`;
    case 'browser.roots':
      return named(
        'Roots',
        form.form === 'only'
          ? { ...form, name: capital(form.name) }
          : 'names' in form
            ? { ...form, names: form.names.map(capital) }
            : form,
      );
    case 'browser.padding':
    case 'server.padding':
      return `${sideOf(path)} padding ${grouped(bytes)} B`;
    case 'server.preference':
      return text === 'server' ? 'Server’s order decides' : 'Browser’s order decides';
    case 'server.clientAuth':
      return `Client authentication: ${text}`;
    case 'server.keyType':
      return `Certificate key: ${keyTypes[text] ?? text}`;
    case 'server.issuer':
      return text === 'own' ? 'Issued under its own root' : `Issued under ${capital(text)}`;
    case 'server.names':
      return named('Names', form);
    case 'server.validity':
      return form.form === 'days' ? `Valid from day ${signed(form.from)} to ${signed(form.to)}` : 'Validity';
    case 'browser.ownCertificate':
    case 'server.ownCertificate':
      return text === ''
        ? `${sideOf(path)} certificate: issued for the run`
        : `${sideOf(path)} certificate from the workshop: ${text.slice(0, 8)}…`;
    case 'server.sends':
      return named('Sends', form);
    case 'server.cookie':
      return `Cookie ${onOff(on)}`;
    case 'browser.extendedMainSecret':
    case 'server.extendedMainSecret':
      return `${sideOf(path)} extended main secret ${onOff(on)}`;
    case 'browser.encryptThenMac':
    case 'server.encryptThenMac':
      return `${sideOf(path)} encrypt-then-MAC ${onOff(on)}`;
    case 'browser.fallbackScsv':
      return `Fallback signal ${onOff(on)}`;
    case 'server.dhGroup':
      return `DH group: ${text}`;
    case 'server.response':
      return `Response: ${plural(bytes, 'byte', 'bytes')}`;
    default:
      return listChange(path, form);
  }
}

function capital(id: string): string {
  return id === 'own' ? 'its own root' : id.slice(0, 1).toUpperCase() + id.slice(1);
}

function signed(value: number): string {
  return value < 0 ? `\u2212${Math.abs(value)}` : `+${value}`;
}

const keyTypes: Readonly<Record<string, string>> = {
  ecdsa: 'ECDSA',
  'ecdsa-p384': 'ECDSA P-384',
  rsa: 'RSA',
  'rsa-pss': 'RSA for PSS alone',
  ed25519: 'Ed25519',
  ed448: 'Ed448',
  mldsa44: 'ML-DSA-44',
  mldsa65: 'ML-DSA-65',
  mldsa87: 'ML-DSA-87',
  dsa: 'DSA',
  ecdh: 'static ECDH',
  dh: 'static DH',
  'dh-dsa': 'static DH, signed with DSA',
};

const rules: Readonly<Record<ChoiceRule, string>> = {
  'only-common': 'the only one both have',
  'server-order': 'first in the server’s order that the browser offers',
  'browser-order': 'first in the browser’s order that the server accepts',
  'fits-key': 'first in the browser’s order that the server has and its key can make',
  'nothing-common': 'nothing in common, so the handshake cannot go on',
  'not-reached': 'this run ended before one was chosen',
  asked: 'which one was chosen stands here after the answer',
};

export const configure = {
  title: 'Configure',
  subtitle: 'Every change runs the handshake again.',
  newKeys: 'New keys',
  reset: 'Reset to scenario',
  close: 'Close',
  browser: 'Browser',
  server: 'Server',
  offers: 'offers',
  accepts: 'accepts',

  changes: (count: number) => (count === 0 ? 'No changes' : plural(count, 'change', 'changes')),
  asInScenario: 'as in the scenario',
  changeList: 'What differs from the scenario',
  more: (count: number) => `and ${count} more`,
  fewer: 'show fewer',
  change,
  removeChange: (text: string) => `Take back: ${text}`,

  run: {
    number: (run: number) => `run ${run}`,
    running: 'Running the handshake',
    asked: 'How the run ends stands here once its question is answered.',
    completes: (steps: number) => `Completes in ${plural(steps, 'step', 'steps')}`,
    same: 'as many as the scenario',
    difference: (steps: number) =>
      steps > 0 ? `${grouped(steps)} more than the scenario` : `${grouped(-steps)} fewer than the scenario`,
    because: {
      retry: 'HelloRetryRequest costs one more round trip',
      'key-update': 'KeyUpdate and data under the new keys follow',
      'client-auth': 'the browser is asked for a certificate too',
    },
    fails: (step: number, name: string) => `Fails at step ${step}, ${name}:`,
    alert: (who: Side, alert: string, code: number) => `the ${who} closes with ${alert} (${code}).`,
    broken: 'Cannot start:',
    /** Local work, where a failing step has no message name. */
    work: {
      verify_binder: 'check the binder',
      derive_early_keys: 'derive early keys',
      derive_handshake_keys: 'derive handshake keys',
      validate_chain: 'validate chain',
      verify_signature: 'verify signature',
      derive_application_keys: 'derive application keys',
      validate_client_chain: 'validate client chain',
      verify_client_signature: 'verify client signature',
      decrypt_premaster_secret: 'decrypt premaster secret',
      derive_key_block: 'derive key block',
      negotiate: 'negotiate',
    },
  },

  suites: {
    title: 'Cipher suite',
    browserList: 'Suites the browser offers',
    serverList: 'Suites the server accepts',
    add: 'Add a suite: name or code',
    addTo: { browser: 'Add a suite to the browser’s list', server: 'Add a suite to the server’s list' },
  },
  versions: {
    title: 'Version',
    note: 'the best one that both speak',
    of: { browser: 'Versions the browser offers', server: 'Versions the server speaks' },
  },
  tls12: {
    title: 'TLS 1.2 only',
    browserMainSecret: pair('Extended main secret, browser', 'offered, RFC 7627'),
    serverMainSecret: pair('Extended main secret, server', 'accepted, RFC 7627'),
    browserEncryptThenMac: pair('Encrypt-then-MAC, browser', 'offered for CBC suites, RFC 7366'),
    serverEncryptThenMac: pair('Encrypt-then-MAC, server', 'accepted, RFC 7366'),
    fallback: pair('Fallback signal', 'TLS_FALLBACK_SCSV, RFC 7507'),
    dhGroup: 'DHE group',
    dhGroups: {
      ffdhe2048: 'ffdhe2048, RFC 7919',
      ffdhe3072: 'ffdhe3072, RFC 7919',
      modp1024: '1 024 bits, RFC 2409: too small',
    },
  },
  groups: {
    title: 'Key exchange group',
    browserList: 'Groups the browser offers',
    serverList: 'Groups the server accepts',
    share: 'key share',
    shareOf: (group: string) => `Key share for ${group}`,
    noShare: ', but no key share came with it',
    retry: ['The server answers ', 'HelloRetryRequest', ' and the browser starts again.'] as readonly [
      string,
      string,
      string,
    ],
    cure: (group: string) => `Send a share for ${group}`,
  },
  schemes: {
    title: 'Signature scheme',
    browserList: 'Signature schemes the browser offers',
    serverList: 'Signature schemes the server has',
  },
  rule: (rule: ChoiceRule) => rules[rule],
  grey: '; grey: only this side has it',
  decides: { browser: 'Browser’s order decides', server: 'Server’s order decides' },
  movesHint: ['Alt', '↑', '↓', 'moves'] as readonly [string, string, string, string],

  list: {
    /** "1 of 3," before a name. */
    of: (count: number) => `of ${count},`,
    negotiated: 'agreed on',
    notCommon: (side: Side): string =>
      side === 'browser' ? 'the server does not accept it' : 'the browser does not offer it',
    help: 'Arrow keys move the focus, Alt with arrow keys moves the entry, Enter picks it up, Delete removes it.',
    moved: (name: string, place: number, of: number) => `${name} moved to ${place} of ${of}.`,
    grabbed: (name: string) => `${name} picked up. Arrow keys move it, Enter puts it down.`,
    dropped: (name: string, place: number, of: number) => `${name} put down at ${place} of ${of}.`,
    removed: (name: string) => `${name} removed.`,
    added: (name: string) => `${name} added.`,
    last: (name: string) => `${name} stays: a ClientHello without an entry here is no ClientHello.`,
    remove: (name: string) => `Remove ${name}`,
    add: (name: string) => `Add ${name}`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
  },

  form: {
    serverName: 'Server name',
    sni: 'SNI',
    names: 'Names',
    staple: 'Staple',
    staples: {
      none: 'none',
      good: 'OCSP answer: good',
      revoked: 'OCSP answer: revoked',
      stale: 'OCSP answer: out of date',
    },
    workshopStaples: {
      none: 'none',
      good: 'OCSP answer of the workshop',
      revoked: 'OCSP answer of the workshop',
      stale: 'OCSP answer of the workshop, nine days old',
    },
    responder: 'Signed by',
    responders: { issuer: 'the issuer', delegated: 'a delegated responder' },
    alpn: 'ALPN',
    addProtocol: 'Add a protocol',
    removeProtocol: (name: string) => `Remove ${name}`,
    noProtocols: 'no extension',
    ignored: 'ignored',
    clientCertificate: 'Client cert',
    clientCertificates: {
      none: 'none',
      valid: 'one the server accepts',
      expired: 'an expired one',
      'not-yet-valid': 'one that is not valid yet',
      'unknown-issuer': 'one of an unknown issuer',
      'wrong-purpose': 'one for servers only',
      revoked: 'a revoked one',
    },
    clientAuth: 'Client auth',
    clientAuths: { none: 'none', request: 'request', require: 'require' },
    clock: 'Clock, UTC',
    clockBack: '\u22121 y',
    clockNow: 'now',
    clockOn: '+1 y',
    clockShift: 'Move the clock',
    clockWrong: 'Write it as 2026-11-23 19:17',
    key: 'Key',
    keys: {
      ecdsa: 'ECDSA P-256',
      'ecdsa-p384': 'ECDSA P-384',
      rsa: 'RSA 2048',
      'rsa-pss': 'RSA 2048, for RSASSA-PSS alone',
      ed25519: 'Ed25519',
      ed448: 'Ed448',
      mldsa44: 'ML-DSA-44',
      mldsa65: 'ML-DSA-65',
      mldsa87: 'ML-DSA-87',
      dsa: 'DSA, for DHE_DSS',
      ecdh: 'static ECDH',
      dh: 'static DH, signed with RSA',
      'dh-dsa': 'static DH, signed with DSA',
    },
    issuer: 'Issued under',
    ownRoot: 'a root no browser has',
    valid: 'Valid',
    validFrom: 'Valid from, in days',
    validTo: 'Valid to, in days',
    validUntil: 'to',
    validUnit: 'days from now',
    wholeDays: 'A whole number of days',
    validDates: (from: number, to: number) => `${date(from)} to ${date(to)}`,
    sends: 'Sends',
    sent: { leaf: 'leaf', intermediate: 'intermediate', root: 'root' },
    request: 'Request',
    response: 'Response',
    bytes: (bytes: number) => `${grouped(bytes)} B`,
    lineEnds: 'Line ends are sent as CR LF.',
    invalidName: 'Not a host name: letters, digits, hyphens and dots.',
    roots: 'Root store',
    unit: 'B',
  },

  returning: {
    title: 'Keys from before',
    after: 'Seconds between the two connections',
    seconds: 's',
    wrong: (most: number) => `0 to ${most}`,
    switches: {
      resume: pair('Comes back with a ticket', 'a second connection, §2.2; TLS 1.2: RFC 5077'),
      sessionId: pair('Comes back with a session ID', 'TLS 1.2 alone, RFC 5246 §7.3'),
      earlyData: pair('Early data', 'the request at once, 0-RTT, §2.3'),
      takesEarlyData: pair('Server takes early data', 'off: it refuses it, §4.3.10'),
      keyExchange: pair('Key exchange with the PSK', 'psk_dhe_ke; off: psk_ke, §4.3.9'),
      psk: pair('External PSK', 'a key both have, no certificate, §2.2'),
      askLate: pair('Certificate asked for later', 'after the handshake, §4.7.2'),
    },
  },
  switches: {
    grease: pair('GREASE', 'reserved values, RFC 8701'),
    compatibilityMode: pair('Compatibility mode', 'dummy ChangeCipherSpec, §E.4'),
    cookie: pair('Cookie', 'in a HelloRetryRequest, §4.3.2'),
    statusRequest: pair('Staple asked for', 'status_request, RFC 6066 §8'),
    keyUpdate: pair('KeyUpdate', 'new keys after the data, §4.7.3'),
    browserPadding: pair('Browser padding', 'zero bytes per record, §5.4'),
    serverPadding: pair('Server padding', 'zero bytes per record, §5.4'),
  },
  paddingBytes: 'Zero bytes added to each record',
  paddingWrong: (most: number) => `0 to ${most}`,
};
