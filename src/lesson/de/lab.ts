/** German: the Lab's frame. Top bar, ladder, player, notices, help, calm pages. */
import { grouped, plural } from '../catalog.ts';
import type { lab as english } from '../en/lab.ts';

const parties = { browser: 'Browser', server: 'Server', eavesdropper: 'Lauscherin' };

// The ladder has room for some 24 letters.
const work = {
  verify_binder: 'Binder prüfen',
  derive_early_keys: 'Early-Schlüssel',
  derive_handshake_keys: 'Handshake-Schlüssel',
  validate_chain: 'Kette prüfen',
  verify_signature: 'Signatur prüfen',
  derive_application_keys: 'Anwendungsschlüssel',
  validate_client_chain: 'Client-Kette prüfen',
  verify_client_signature: 'Client-Signatur prüfen',
  decrypt_premaster_secret: 'Premaster entschlüsseln',
  derive_key_block: 'Key Block ableiten',
  negotiate: 'aushandeln',
};

const levels = {
  plaintext: 'Klartext',
  early: 'Early-Schlüssel',
  handshake: 'Handshake-Schlüssel',
  application: 'Anwendungsschlüssel',
};

const under = {
  plaintext: 'im Klartext',
  early: 'unter Early-Schlüsseln',
  handshake: 'unter Handshake-Schlüsseln',
  application: 'unter Anwendungsschlüsseln',
};

const names = { browser: 'Browser', server: 'Server' };

export const lab: typeof english = {
  product: 'Handshake Lab',
  parties,
  work,
  levels,

  top: {
    navigation: 'Hauptnavigation',
    sections: { lab: 'Labor', suites: 'Suites', trust: 'Vertrauen', learn: 'Lernen' },
    views: (section) => `Ansichten von ${section}`,
    pages: {
      start: 'Start',
      lab: 'Ein Durchlauf',
      compare: 'Vergleichen',
      attack: 'Angreifen',
      present: 'Vorführen',
      suites: 'Suites',
      trust: 'Pfade',
      workshop: 'Werkstatt',
      check: 'Eigene Kette',
      learn: 'Lektionen',
      glossary: 'Glossar',
      guide: 'Für Trainer',
      about: 'Über',
    },
    negotiated: 'Ausgehandelte Parameter',
    configure: 'Einstellen',
    export: 'Exportieren',
    more: 'Mehr',
    share: 'Link zu diesem Durchlauf kopieren',
    shareMore: 'QR-Code, Einbetten, Farbschema …',
    present: 'Vor Publikum vorführen',
    openWhole: 'In Handshake Lab öffnen',
    sharePage: 'Link zu dieser Seite kopieren',
  },

  scenario: {
    label: 'Szenario',
    changes: (count) => `${plural(count, 'Änderung', 'Änderungen')} am Szenario`,
    first: 'TLS 1.3 · alles in Ordnung',
  },

  ladder: {
    label: 'Ablauf der Nachrichten',
    steps: 'Schritte des Handshakes',
    list: 'Schritte',
    unfold: 'Ganzen Ablauf zeigen',
    running: 'noch nicht verifiziert',
    unrecorded: 'nicht aufgezeichnet',
    verified: 'verifiziert',
    failed: 'gescheitert',
    eavesdropper: 'Lauscherin',
    eve: 'Eve',
    network: 'Netz',
    mallory: 'Mallory',
    recording: 'ein Mitschnitt',
    noLock: 'sendet, was sie mitschnitt',
    fates: {
      edited: 'verändert',
      truncated: 'gekürzt',
      dropped: 'verworfen',
      duplicated: 'doppelt gesendet',
      delayed: 'zurückgehalten',
      replayed: 'erneut gesendet',
      injected: 'von Mallory selbst',
      'cut-off': 'abgeschnitten',
    },
    reads: (read, seen) => `liest bisher ${read} von ${seen}`,
    eveReads: (read, seen) => `Eve liest ${read} von ${seen}`,
    readsShort: (read, seen) => `liest ${read} von ${seen}`,
    bytes: (count) => grouped(count),
    unit: 'B',
    added: 'neu in diesem Durchlauf',
    optional: 'optional',
    never: (exchange) => `nie bei ${exchange}`,
    neverOpened: 'nie geöffnet',
    notSent: 'nicht gesendet',
    compatibility: 'ChangeCipherSpec',
    compatibilityNote: (bytes) =>
      `ChangeCipherSpec als Attrappe, ${bytes} Bytes: Der Record beruhigt Middleboxes und bedeutet in TLS 1.3 nichts.`,
    all: (count) => `Alle ${count} Schritte`,
    fewer: 'Weniger Schritte',
    eveSees: 'Eve sieht',
    eveReadsAll: 'jedes Byte davon',
    record: (name, bytes) => `${name}, ${grouped(bytes)} B`,
    recordTypes: {
      20: 'change_cipher_spec (20)',
      21: 'alert (21)',
      22: 'handshake (22)',
      23: 'application_data (23)',
    },
    notes: {
      keyPairs: 'Schlüsselpaare',
      keyPair: (algorithm) => `${algorithm}-Paar`,
      noUsableShare: 'kein passender Share',
      cookie: 'verlangt ein Cookie',
      agree: 'Geheimnis steht',
      choose: (exchange) => `wählt ${exchange}`,
      encryptPremaster: 'Premaster verschl.',
      signHalf: 'signiert Hälfte',
      sendChain: (count) =>
        count === 0
          ? 'sendet kein Zertifikat'
          : count === 1
            ? 'sendet 1 Zertifikat'
            : `sendet Kette aus ${count}`,
      sign: 'signiert Transkript',
      mac: 'MAC des Transkripts',
    },
    connections: { label: 'Verbindung', places: ['Erste', 'Zweite', 'Dritte'], replayed: 'Erneut gesendet' },
    legend: {
      plaintext: 'Klartext',
      early: 'Early',
      handshake: 'Handshake',
      application: 'Anwendung',
      connection: 'Verbindung',
      handshakeMessage: 'Handshake, geschützt',
      local: 'lokale Arbeit',
      failed: 'gescheitert',
      handshakeShort: 'Handshake',
      applicationShort: 'Anwendung',
    },
  },

  announce: {
    step: (number, of) => (of === undefined ? `Schritt ${number}` : `Schritt ${number} von ${of}`),
    between: (from, to) => `${names[from]} an ${names[to]}`,
    under,
    at: (sides) =>
      sides.length > 1 ? 'beide Seiten, lokale Arbeit' : `${names[sides[0] ?? 'browser']}, lokale Arbeit`,
    failed: 'hier gescheitert',
  },

  player: {
    label: 'Steuerung',
    first: 'Erster Schritt',
    previous: 'Voriger Schritt',
    next: 'Nächster Schritt',
    last: 'Letzter Schritt',
    play: 'Abspielen',
    pause: 'Anhalten',
    speed: 'Tempo',
    times: (factor) => `${String(factor).replace('.', ',')}×`,
    scrubber: 'Schritt',
    position: (number, of) => (of === undefined ? `Schritt ${number}` : `Schritt ${number} von ${of}`),
    flights: {
      'client-1': 'Flight 1',
      retry: 'Retry',
      server: 'Flight 2 · Server',
      'client-2': 'Flight 3',
      'server-2': 'Flight 4',
      application: 'Anwendung',
      alert: 'Alert',
    },
    flightsShort: {
      'client-1': '1',
      retry: 'Retry',
      server: '2 · Server',
      'client-2': '3',
      'server-2': '4',
      application: 'Anwendung',
      alert: 'Alert',
    },
    hintStep: 'Schritt',
    space: 'Leertaste',
    hintPlay: 'abspielen',
    hintEve: 'Eve',
    help: 'Tasten und Hilfe',
  },

  drop: 'Trace, Mitschnitt oder Key Log zum Öffnen hier ablegen',

  notices: {
    linkCopied: 'Link kopiert. Er öffnet dieses Szenario an diesem Schritt, mit neuen Schlüsseln.',
    linkFailed: 'Der Browser hat das Kopieren nicht erlaubt. In der Adresszeile steht derselbe Link.',
    copyFailed: 'Der Browser hat das Kopieren nicht erlaubt.',
  },

  pages: {
    waiting: 'Der erste Handshake läuft.',
    absent: {
      part: 'Dieser Teil der Seite ist nicht angekommen.',
      page: 'Diese Seite ist nicht angekommen',
      body: 'Ihre Dateien waren nicht zu bekommen. Andere Seiten, die schon offen waren, gehen weiterhin.',
      again: 'Noch einmal versuchen',
      asking: 'Wird angefordert',
      layer: 'Noch nicht da',
      close: 'Schließen',
      pressed: 'Was dazu nötig ist, ist nicht angekommen. Noch einmal drücken fragt wieder danach.',
    },
    crashed: {
      title: 'Auf dieser Seite ist etwas kaputtgegangen',
      body: 'Szenario und Schritt stehen noch in der Adresse. Neu laden bringt sie zurück.',
      reload: 'Neu laden',
      startOver: 'Mit dem ersten Szenario beginnen',
      details: 'Was das Programm meldet',
    },
  },
};
