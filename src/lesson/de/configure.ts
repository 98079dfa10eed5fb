/** German: the Configure sheet. */
import { grouped, plural } from '../catalog.ts';
import type { ChangeForm, ChoiceRule } from '../configure.ts';
import type { configure as english } from '../en/configure.ts';
import { date, dateTime } from './grammar.ts';

const sideOf = (path: string): string => (path.startsWith('browser.') ? 'Browser' : 'Server');
const onOff = (on: boolean): string => (on ? 'an' : 'aus');

/** `TLS_AES_128_GCM_SHA256` is too long for a chip; what tells suites apart is in the middle. */
function short(name: string): string {
  return name
    .replace(/^TLS_/, '')
    .replace(/_SHA\d+$/, '')
    .replace('CHACHA20_POLY1305', 'ChaCha20')
    .replaceAll('_', '-');
}

const lists: Readonly<Record<string, string>> = {
  'browser.versions': 'Versionen',
  'server.versions': 'Versionen',
  'browser.suites': 'Suites',
  'server.suites': 'Suites',
  'browser.groups': 'Gruppen',
  'server.groups': 'Gruppen',
  'browser.signatureSchemes': 'Signaturverfahren',
  'server.signatureSchemes': 'Signaturverfahren',
  'browser.alpn': 'ALPN',
  'server.alpn': 'ALPN',
};

/** 'without' and 'with' of a list of names. */
const prepositions = { with: 'mit', without: 'ohne' };

function listChange(path: string, form: ChangeForm): string {
  const list = `${sideOf(path)}, ${lists[path] ?? ''}`;
  switch (form.form) {
    case 'order':
      return form.first === undefined
        ? `${list} in anderer Reihenfolge`
        : `${short(form.first)} zuerst beim ${sideOf(path)}`;
    case 'none':
      return `${list}: keine`;
    case 'only':
      return `${list}: nur ${short(form.name)}`;
    case 'without':
    case 'with':
      return `${list} ${prepositions[form.form]} ${form.names.map(short).join(', ')}`;
    case 'list':
      return `${list}: ${form.names.map(short).join(', ')}`;
    default:
      return list;
  }
}

/** A list whose name does not depend on the side: "Key Shares: keine", "Namen: a, b". */
function named(name: string, form: ChangeForm): string {
  switch (form.form) {
    case 'none':
      return `${name}: keine`;
    case 'only':
      return `${name}: nur ${form.name}`;
    case 'without':
    case 'with':
      return `${name} ${prepositions[form.form]} ${form.names.join(', ')}`;
    case 'list':
      return `${name}: ${form.names.join(', ')}`;
    case 'order':
      return `${name} in anderer Reihenfolge`;
    default:
      return name;
  }
}

const resumptions: Readonly<Record<string, string>> = { ticket: 'Ticket', 'session-id': 'Session ID' };
const staples: Readonly<Record<string, string>> = {
  good: 'gut',
  revoked: 'gesperrt',
  stale: 'veraltet',
};
const revocations: Readonly<Record<string, string>> = {
  off: 'nicht gefragt',
  'soft-fail': 'Soft-Fail',
  'hard-fail': 'Hard-Fail',
};
const earlyData: Readonly<Record<string, string>> = {
  accept: 'angenommen',
  refuse: 'abgelehnt',
  off: 'aus',
};
const clientAuths: Readonly<Record<string, string>> = {
  none: 'keine',
  request: 'erbeten',
  require: 'verlangt',
};

function change(path: string, form: ChangeForm): string {
  const text = form.form === 'text' ? form.text : '';
  const on = form.form === 'switch' && form.on;
  const bytes = form.form === 'number' ? form.value : 0;
  switch (path) {
    case 'clock':
      return form.form === 'time' && form.value !== null ? `Uhr: ${dateTime(form.value)}` : 'Uhr: jetzt';
    case 'keyUpdate':
      return `KeyUpdate ${onOff(on)}`;
    case 'resume':
      return text === 'none' ? 'Eine Verbindung' : `Kommt wieder mit ${resumptions[text] ?? text}`;
    case 'resumeAfter':
      return `Kommt wieder nach ${plural(bytes, 'Sekunde', 'Sekunden')}`;
    case 'browser.pskModes':
      return named('Angebotene PSK-Modi', form);
    case 'server.pskModes':
      return named('Akzeptierte PSK-Modi', form);
    case 'browser.psk':
    case 'server.psk':
      return `PSK beim ${sideOf(path)}: ${form.form === 'text' ? form.text : 'keiner'}`;
    case 'browser.earlyData':
      return `Early Data ${onOff(on)}`;
    case 'browser.renegotiate':
      return `ClientHello in der Verbindung: ${onOff(on)}`;
    case 'browser.clickThrough':
      return `Nach einer Warnung weiter: ${onOff(on)}`;
    case 'browser.hsts':
      return `HSTS ${onOff(on)}`;
    case 'server.antiReplay':
      return `Wiederholte Early Data: ${text === 'off' ? 'kein Schutz' : text === 'list' ? 'Liste der Hellos' : 'Einmal-Tickets'}`;
    case 'browser.postHandshakeAuth':
      return `Späteres Zertifikat anbieten: ${onOff(on)}`;
    case 'server.postHandshakeAuth':
      return `Später nach Zertifikat fragen: ${onOff(on)}`;
    case 'server.tickets':
      return plural(bytes, 'Ticket', 'Tickets');
    case 'server.earlyData':
      return `Early Data beim Server: ${earlyData[text] ?? text}`;
    case 'network':
      return `Netz: ${plural(bytes, 'Eingriff', 'Eingriffe')}`;
    case 'browser.keyShares':
      return named('Key Shares', form);
    case 'browser.serverName':
      return `Adresse: ${text}`;
    case 'browser.sni':
      return `SNI ${onOff(on)}`;
    case 'browser.grease':
      return `GREASE ${onOff(on)}`;
    case 'browser.compatibilityMode':
      return `Kompatibilitätsmodus ${onOff(on)}`;
    case 'browser.clientCertificate':
      return text === 'none'
        ? 'Kein Client-Zertifikat'
        : `Client-Zertifikat: ${clientCertificates[text] ?? text}`;
    case 'browser.compromised':
      return named('Kompromittiert', form);
    case 'browser.cached':
      return named('Im Cache', form);
    case 'browser.statusRequest':
      return `Fragt nach einer OCSP-Antwort: ${onOff(on)}`;
    case 'server.staple':
      return text === 'none' ? 'Kein OCSP-Stapling' : `OCSP-Stapling: ${staples[text] ?? text}`;
    case 'server.responder':
      return text === 'issuer'
        ? 'OCSP-Antwort vom Aussteller signiert'
        : 'OCSP-Antwort vom beauftragten Responder signiert';
    case 'browser.revocation':
      return `Sperrung: ${revocations[text] ?? text}`;
    case 'browser.aia':
      return `Holt fehlende Aussteller: ${onOff(on)}`;
    case 'server.faults':
      return named('Fehler', form);
    case 'server.repository':
      return `AIA-Adresse ${on ? 'antwortet' : 'antwortet nicht'}`;
    case 'server.clientRoots':
      return named('Akzeptierte Client-Roots', form);
    case 'browser.request':
      return `Anfrage: ${plural(bytes, 'Byte', 'Bytes')}`;
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
      return `Padding beim ${sideOf(path)} ${grouped(bytes)} B`;
    case 'server.preference':
      return text === 'server' ? 'Reihenfolge des Servers gilt' : 'Reihenfolge des Browsers gilt';
    case 'server.clientAuth':
      return `Client-Authentisierung: ${clientAuths[text] ?? text}`;
    case 'server.keyType':
      return `Schlüssel des Zertifikats: ${keyTypes[text] ?? text}`;
    case 'server.issuer':
      return text === 'own' ? 'Ausgestellt unter eigener Root' : `Ausgestellt unter ${capital(text)}`;
    case 'server.names':
      return named('Namen', form);
    case 'server.validity':
      return form.form === 'days'
        ? `Gültig von Tag ${signed(form.from)} bis ${signed(form.to)}`
        : 'Gültigkeit';
    case 'browser.ownCertificate':
    case 'server.ownCertificate':
      return text === ''
        ? `Zertifikat des ${sideOf(path)}s: für den Durchlauf ausgestellt`
        : `Zertifikat des ${sideOf(path)}s aus der Werkstatt: ${text.slice(0, 8)}…`;
    case 'server.sends':
      return named('Sendet', form);
    case 'server.cookie':
      return `Cookie ${onOff(on)}`;
    case 'browser.extendedMainSecret':
    case 'server.extendedMainSecret':
      return `Extended Main Secret beim ${sideOf(path)} ${onOff(on)}`;
    case 'browser.encryptThenMac':
    case 'server.encryptThenMac':
      return `Encrypt-then-MAC beim ${sideOf(path)} ${onOff(on)}`;
    case 'browser.fallbackScsv':
      return `Fallback-Signal ${onOff(on)}`;
    case 'server.dhGroup':
      return `DH-Gruppe: ${text}`;
    case 'server.response':
      return `Antwort: ${plural(bytes, 'Byte', 'Bytes')}`;
    default:
      return listChange(path, form);
  }
}

function capital(id: string): string {
  return id === 'own' ? 'eigene Root' : id.slice(0, 1).toUpperCase() + id.slice(1);
}

function signed(value: number): string {
  return value < 0 ? `\u2212${Math.abs(value)}` : `+${value}`;
}

const keyTypes: Readonly<Record<string, string>> = {
  ecdsa: 'ECDSA',
  'ecdsa-p384': 'ECDSA P-384',
  rsa: 'RSA',
  'rsa-pss': 'RSA nur für PSS',
  ed25519: 'Ed25519',
  ed448: 'Ed448',
  mldsa44: 'ML-DSA-44',
  mldsa65: 'ML-DSA-65',
  mldsa87: 'ML-DSA-87',
  dsa: 'DSA',
  ecdh: 'statisches ECDH',
  dh: 'statisches DH',
  'dh-dsa': 'statisches DH, mit DSA signiert',
};

const clientCertificates: Readonly<Record<string, string>> = {
  valid: 'gültig',
  expired: 'abgelaufen',
  'not-yet-valid': 'noch nicht gültig',
  'unknown-issuer': 'unbekannter Aussteller',
  'wrong-purpose': 'falscher Zweck',
  revoked: 'gesperrt',
};

const rules: Readonly<Record<ChoiceRule, string>> = {
  'only-common': 'die einzige, die beide haben',
  'server-order': 'die erste in der Reihenfolge des Servers, die der Browser anbietet',
  'browser-order': 'die erste in der Reihenfolge des Browsers, die der Server akzeptiert',
  'fits-key': 'die erste in der Reihenfolge des Browsers, die der Server hat und sein Schlüssel kann',
  'nothing-common': 'nichts gemeinsam, der Handshake kann nicht weitergehen',
  'not-reached': 'dieser Durchlauf endete, bevor gewählt wurde',
  asked: 'was gewählt wurde, steht nach der Antwort hier',
};

export const configure: typeof english = {
  title: 'Einstellen',
  subtitle: 'Jede Änderung führt den Handshake neu aus.',
  newKeys: 'Neue Schlüssel',
  reset: 'Zurück zum Szenario',
  close: 'Schließen',
  browser: 'Browser',
  server: 'Server',
  offers: 'bietet an',
  accepts: 'akzeptiert',

  changes: (count) => (count === 0 ? 'Keine Änderungen' : plural(count, 'Änderung', 'Änderungen')),
  asInScenario: 'wie im Szenario',
  changeList: 'Was vom Szenario abweicht',
  more: (count) => `und ${count} weitere`,
  fewer: 'weniger zeigen',
  change,
  removeChange: (text) => `Zurücknehmen: ${text}`,

  run: {
    number: (run) => `Durchlauf ${run}`,
    running: 'Der Handshake läuft',
    asked: 'Wie der Durchlauf endet, steht hier, sobald seine Frage beantwortet ist.',
    completes: (steps) => `Gelingt in ${plural(steps, 'Schritt', 'Schritten')}`,
    same: 'so viele wie im Szenario',
    difference: (steps) =>
      steps > 0 ? `${grouped(steps)} mehr als im Szenario` : `${grouped(-steps)} weniger als im Szenario`,
    because: {
      retry: 'HelloRetryRequest kostet einen Roundtrip mehr',
      'key-update': 'KeyUpdate und Daten unter den neuen Schlüsseln folgen',
      'client-auth': 'auch der Browser wird nach einem Zertifikat gefragt',
    },
    fails: (step, name) => `Scheitert an Schritt ${step}, ${name}:`,
    alert: (who, alert, code) =>
      `der ${who === 'browser' ? 'Browser' : 'Server'} schließt mit ${alert} (${code}).`,
    broken: 'Kann nicht beginnen:',
    work: {
      verify_binder: 'Binder prüfen',
      derive_early_keys: 'Early-Schlüssel ableiten',
      derive_handshake_keys: 'Handshake-Schlüssel ableiten',
      validate_chain: 'Kette prüfen',
      verify_signature: 'Signatur prüfen',
      derive_application_keys: 'Anwendungsschlüssel ableiten',
      validate_client_chain: 'Client-Kette prüfen',
      verify_client_signature: 'Client-Signatur prüfen',
      decrypt_premaster_secret: 'Premaster Secret entschlüsseln',
      derive_key_block: 'Key Block ableiten',
      negotiate: 'aushandeln',
    },
  },

  suites: {
    title: 'Cipher Suite',
    browserList: 'Suites, die der Browser anbietet',
    serverList: 'Suites, die der Server akzeptiert',
    add: 'Suite hinzufügen: Name oder Code',
    addTo: {
      browser: 'Suite zur Liste des Browsers hinzufügen',
      server: 'Suite zur Liste des Servers hinzufügen',
    },
  },
  versions: {
    title: 'Version',
    note: 'die höchste, die beide sprechen',
    of: { browser: 'Versionen, die der Browser anbietet', server: 'Versionen, die der Server spricht' },
  },
  tls12: {
    title: 'Nur TLS 1.2',
    browserMainSecret: ['Extended Main Secret, Browser', 'angeboten, RFC 7627'],
    serverMainSecret: ['Extended Main Secret, Server', 'akzeptiert, RFC 7627'],
    browserEncryptThenMac: ['Encrypt-then-MAC, Browser', 'für CBC-Suites angeboten, RFC 7366'],
    serverEncryptThenMac: ['Encrypt-then-MAC, Server', 'akzeptiert, RFC 7366'],
    fallback: ['Fallback-Signal', 'TLS_FALLBACK_SCSV, RFC 7507'],
    dhGroup: 'DHE-Gruppe',
    dhGroups: {
      ffdhe2048: 'ffdhe2048, RFC 7919',
      ffdhe3072: 'ffdhe3072, RFC 7919',
      modp1024: '1\u202f024 Bits, RFC 2409: zu klein',
    },
  },
  groups: {
    title: 'Gruppe für den Schlüsselaustausch',
    browserList: 'Gruppen, die der Browser anbietet',
    serverList: 'Gruppen, die der Server akzeptiert',
    share: 'Key Share',
    shareOf: (group) => `Key Share für ${group}`,
    noShare: ', aber dafür kam kein Key Share mit',
    retry: ['Der Server antwortet mit ', 'HelloRetryRequest', ', und der Browser beginnt von vorn.'],
    cure: (group) => `Einen Share für ${group} senden`,
  },
  schemes: {
    title: 'Signaturverfahren',
    browserList: 'Signaturverfahren, die der Browser anbietet',
    serverList: 'Signaturverfahren, die der Server hat',
  },
  rule: (rule) => rules[rule],
  grey: '; grau: hat nur diese Seite',
  decides: { browser: 'Reihenfolge des Browsers gilt', server: 'Reihenfolge des Servers gilt' },
  movesHint: ['Alt', '↑', '↓', 'verschiebt'],

  list: {
    of: (count) => `von ${count},`,
    negotiated: 'vereinbart',
    notCommon: (side) =>
      side === 'browser' ? 'der Server akzeptiert es nicht' : 'der Browser bietet es nicht an',
    help: 'Pfeiltasten bewegen den Fokus, Alt mit Pfeiltasten den Eintrag, Eingabe nimmt ihn auf, Entf entfernt ihn.',
    moved: (name, place, of) => `${name} auf Platz ${place} von ${of} verschoben.`,
    grabbed: (name) => `${name} aufgenommen. Pfeiltasten verschieben, Eingabe legt ab.`,
    dropped: (name, place, of) => `${name} auf Platz ${place} von ${of} abgelegt.`,
    removed: (name) => `${name} entfernt.`,
    added: (name) => `${name} hinzugefügt.`,
    last: (name) => `${name} bleibt: Ein ClientHello ohne Eintrag hier ist kein ClientHello.`,
    remove: (name) => `${name} entfernen`,
    add: (name) => `${name} hinzufügen`,
    up: (name) => `${name} nach oben`,
    down: (name) => `${name} nach unten`,
  },

  form: {
    serverName: 'Servername',
    sni: 'SNI',
    names: 'Namen',
    staple: 'OCSP-Stapling',
    staples: {
      none: 'keines',
      good: 'OCSP-Antwort: gut',
      revoked: 'OCSP-Antwort: gesperrt',
      stale: 'OCSP-Antwort: veraltet',
    },
    workshopStaples: {
      none: 'keines',
      good: 'OCSP-Antwort der Werkstatt',
      revoked: 'OCSP-Antwort der Werkstatt',
      stale: 'OCSP-Antwort der Werkstatt, neun Tage alt',
    },
    responder: 'Signiert von',
    responders: { issuer: 'dem Aussteller', delegated: 'einem beauftragten Responder' },
    alpn: 'ALPN',
    addProtocol: 'Protokoll hinzufügen',
    removeProtocol: (name) => `${name} entfernen`,
    noProtocols: 'keine Erweiterung',
    ignored: 'nicht beachtet',
    clientCertificate: 'Client-Zert.',
    clientCertificates: {
      none: 'keines',
      valid: 'eines, das der Server akzeptiert',
      expired: 'ein abgelaufenes',
      'not-yet-valid': 'eines, das noch nicht gilt',
      'unknown-issuer': 'eines von unbekanntem Aussteller',
      'wrong-purpose': 'eines nur für Server',
      revoked: 'ein gesperrtes',
    },
    clientAuth: 'Client-Auth.',
    clientAuths: { none: 'keine', request: 'erbitten', require: 'verlangen' },
    clock: 'Uhr, UTC',
    clockBack: '\u22121 J.',
    clockNow: 'jetzt',
    clockOn: '+1 J.',
    clockShift: 'Uhr verstellen',
    clockWrong: 'In der Form 2026-11-23 19:17',
    key: 'Schlüssel',
    keys: {
      ecdsa: 'ECDSA P-256',
      'ecdsa-p384': 'ECDSA P-384',
      rsa: 'RSA 2048',
      'rsa-pss': 'RSA 2048, nur für RSASSA-PSS',
      ed25519: 'Ed25519',
      ed448: 'Ed448',
      mldsa44: 'ML-DSA-44',
      mldsa65: 'ML-DSA-65',
      mldsa87: 'ML-DSA-87',
      dsa: 'DSA, für DHE_DSS',
      ecdh: 'statisches ECDH',
      dh: 'statisches DH, mit RSA signiert',
      'dh-dsa': 'statisches DH, mit DSA signiert',
    },
    issuer: 'Ausgestellt unter',
    ownRoot: 'eine Root, die kein Browser hat',
    valid: 'Gültig',
    validFrom: 'Gültig von, in Tagen',
    validTo: 'Gültig bis, in Tagen',
    validUntil: 'bis',
    validUnit: 'Tage ab jetzt',
    wholeDays: 'Eine ganze Zahl von Tagen',
    validDates: (from, to) => `${date(from)} bis ${date(to)}`,
    sends: 'Sendet',
    sent: { leaf: 'Leaf', intermediate: 'Zwischenzert.', root: 'Root' },
    request: 'Anfrage',
    response: 'Antwort',
    bytes: (bytes) => `${grouped(bytes)} B`,
    lineEnds: 'Zeilenenden werden als CR LF gesendet.',
    invalidName: 'Kein Hostname: Buchstaben, Ziffern, Bindestriche und Punkte.',
    roots: 'Root-Store',
    unit: 'B',
  },

  returning: {
    title: 'Schlüssel von früher',
    after: 'Sekunden zwischen den beiden Verbindungen',
    seconds: 's',
    wrong: (most) => `0 bis ${most}`,
    switches: {
      resume: ['Kommt mit Ticket wieder', 'eine zweite Verbindung, §2.2; TLS 1.2: RFC 5077'],
      sessionId: ['Kommt mit Session-ID wieder', 'nur TLS 1.2, RFC 5246 §7.3'],
      earlyData: ['Early Data', 'die Anfrage sofort, 0-RTT, §2.3'],
      takesEarlyData: ['Server nimmt Early Data', 'aus: er lehnt sie ab, §4.3.10'],
      keyExchange: ['Schlüsselaustausch zum PSK', 'psk_dhe_ke; aus: psk_ke, §4.3.9'],
      psk: ['Externer PSK', 'ein Schlüssel, den beide haben, kein Zertifikat, §2.2'],
      askLate: ['Zertifikat später verlangt', 'nach dem Handshake, §4.7.2'],
    },
  },
  switches: {
    grease: ['GREASE', 'reservierte Werte, RFC 8701'],
    compatibilityMode: ['Kompatibilitätsmodus', 'ChangeCipherSpec als Attrappe, §E.4'],
    cookie: ['Cookie', 'in einem HelloRetryRequest, §4.3.2'],
    statusRequest: ['Fragt nach OCSP-Antwort', 'status_request, RFC 6066 §8'],
    keyUpdate: ['KeyUpdate', 'neue Schlüssel nach den Daten, §4.7.3'],
    browserPadding: ['Padding, Browser', 'Nullbytes je Record, §5.4'],
    serverPadding: ['Padding, Server', 'Nullbytes je Record, §5.4'],
  },
  paddingBytes: 'Nullbytes, die jedem Record angehängt werden',
  paddingWrong: (most) => `0 bis ${most}`,
};
