/** German: the Trust page. */
import { grouped, plural } from '../catalog.ts';
import type { trustPage as english } from '../en/trust-page.ts';
import { date } from './grammar.ts';

export const trustPage: typeof english = {
  title: 'Vertrauen: Pfade',
  whose: 'Wessen Kette',
  chains: { server: 'Die des Servers', client: 'Die des Browsers' },
  verdicts: {
    trusted: (name) => `${name} ist vertrauenswürdig`,
    rejected: (name) => `${name} ist nicht vertrauenswürdig`,
  },
  by: { browser: 'vom Browser geprüft', server: 'vom Server geprüft' },
  now: (clock) => `jetzt ${date(clock)}`,
  openInLab: 'Den Handshake ansehen',
  waiting: 'Der Handshake läuft.',
  noChain: 'Dieser Durchlauf endete, bevor eine Kette geprüft wurde.',
  noClientChain:
    'In diesem Durchlauf wurde kein Zertifikat des Browsers geprüft: Der Server muss eines verlangen, und der Browser muss eines haben.',

  sent: {
    title: 'Was der Server gesendet hat',
    titleClient: 'Was der Browser gesendet hat',
    list: 'Certificate-Nachricht, der Reihe nach',
    hint: 'Ziehen ordnet um; × nimmt eines heraus.',
    items: {
      leaf: 'Leaf',
      'sub-ca': 'Zweigstellen-CA',
      intermediate: 'Zwischenzertifikat',
      'cross-sign': 'Cross-signierte Root',
      root: 'Root',
      unrelated: 'Eine fremde CA',
    },
    by: (issuer) => `von ${issuer}`,
    itself: 'sich selbst',
    empty: 'Es wird nichts gesendet. Das Leaf-Zertifikat muss als Erstes in der Nachricht stehen.',
    gap: 'Nichts. Hierher gehört das Zertifikat der ausstellenden CA.',
  },

  sources: {
    title: 'Drei Wege zum Zwischenzertifikat',
    note: 'Jeder davon vervollständigt diesen Pfad für sich.',
    send: 'Der Server sendet es',
    sendNote: 'der einzige, über den der Server entscheidet',
    cache: 'Ein Cache hat es',
    cacheNote: 'von einem früheren Besuch anderswo',
    aia: 'Der Browser holt es',
    aiaNote: 'von der Adresse im Leaf-Zertifikat (AIA)',
    repository: 'Diese Adresse antwortet',
    repositoryNote: (url) => `${url}, in dieser Seite nachgebildet: Abgerufen wird nichts`,
  },

  faults: {
    title: 'Was an den Zertifikaten falsch ist',
    none: 'nichts',
    count: (count) => plural(count, 'Fehler', 'Fehler'),
    leaf: 'Im Leaf-Zertifikat',
    authorities: 'Darüber',
    dates: 'Leaf gültig',
    periods: {
      good: 'jetzt',
      expired: 'bis letzte Woche',
      'not-yet': 'ab nächster Woche',
      long: '5 Jahre lang',
    },
    hostName: 'Namen im Leaf',
    hosts: { right: 'richtig', other: 'die eines anderen Hosts' },
    names: {
      'self-signed': 'selbstsigniert',
      'no-san': 'nur Common Name',
      sha1: 'SHA-1-Signatur',
      'weak-key': 'RSA 1024',
      tampered: 'Signatur verfälscht',
      impostor: 'Signatur eines Hochstaplers',
      'other-issuer-name': 'Ausstellername, den niemand hat',
      'other-key-id': 'Key Identifier eines anderen Schlüssels',
      'critical-extension': 'unbekannte kritische Erweiterung',
      'leaf-is-ca': 'cA TRUE',
      'client-purpose': 'nur für Clients',
      'no-signing': 'Schlüssel darf nicht signieren',
      'other-key': 'Server hat einen anderen Schlüssel',
      'must-staple': 'Must-Staple, nichts angeheftet',
      revoked: 'gesperrt',
      'intermediate-expired': 'Zwischenzertifikat abgelaufen',
      'intermediate-not-ca': 'Zwischenzertifikat ohne CA-Vermerk',
      'intermediate-no-constraints': 'Zwischenzertifikat ohne Basic Constraints',
      'intermediate-no-cert-sign': 'Zwischenzertifikat ohne keyCertSign',
      'intermediate-tampered': 'Zwischenzertifikat verfälscht',
      'path-length': 'Pfadlänge überschritten',
      'name-constraints': 'Namensgrenzen schließen den Host aus',
      'root-expired': 'Root abgelaufen',
      'cross-sign-expired': 'Cross-Signatur abgelaufen',
      'old-root-expired': 'alte Root abgelaufen',
    },
    sct: 'Kein Zertifikat hier trägt Signed Certificate Timestamps (SCT): Die Roots sind erfunden, also nähme sie kein öffentliches Log. Browser verlangen SCTs nur unter öffentlichen Roots.',
  },

  graph: {
    title: 'Suche nach einem Pfad',
    subtitle: (ways) => `${plural(ways, 'Weg', 'Wege')} versucht, vom Leaf-Zertifikat aufwärts`,
    again: 'Die Suche noch einmal zeigen',
    label: 'Zertifikate und die Pfade zwischen ihnen',
    from: {
      sent: (index) => `gesendet [${index}]`,
      store: () => 'Root, im Store',
      cache: () => 'in einem Cache',
      fetched: () => 'per AIA geholt',
      nowhere: () => 'niemand hat es',
    },
    cross: 'cross-signiert',
    aside: 'nicht verwendet',
    missing: 'fehlt',
    rows: { key: 'Key ID', wanted: 'Ausst.-ID', until: 'Gültig bis' },
    date,
    by: (issuer) => `von ${issuer}`,
    twins: 'gleicher Name, gleicher Schlüssel, zwei Aussteller',
    dotted: 'gepunktet',
    path: (letter) => `Pfad ${letter}`,
    accepted: (count) => `angenommen: ${plural(count, 'Zertifikat', 'Zertifikate')}, Anker im Store`,
    dropped: 'verworfen',
    more: (count) => `${plural(count, 'weiterer Weg', 'weitere Wege')} in der Liste darunter`,
    budget: (signatures, budget, steps, stepBudget) =>
      `Signaturen geprüft ${signatures} von ${budget}, Aussteller angesehen ${steps} von ${stepBudget}`,
  },

  store: {
    title: 'Root-Store des Browsers',
    titleClient: 'Vom Server akzeptierte Zertifizierungsstellen',
    subtitle: 'erfundene Roots, schaltbar, um zu sehen, was bricht',
    subtitleClient: 'nur diese dürfen für eine Person bürgen',
    on: (on, of) => `${on} von ${of} an`,
    compromise: (name) => `${name} als kompromittiert markieren`,
    compromised: 'kompromittiert',
    restore: (name) => `${name} ist kompromittiert; dem Schlüssel wieder vertrauen`,
    addOwn: 'Eigene Root hinzufügen',
    ownAdded: 'Workbench Root CA liegt jetzt im Store, wie ein Administrator sie dort ablegen würde.',
    removeOwn: 'Herausnehmen',
    presets: 'Root-Store des Clients',
    devices: { old: 'Altes Gerät', modern: 'Neues Gerät', both: 'Beide Roots' },
    deviceNote:
      'RFC 5280 nimmt den Anker als gegeben und fragt nicht nach seinen Daten (§6.1.1). Darum ging es mit Java und altem Android weiter. OpenSSL 1.0.2 scheiterte selbst mit beiden Roots (berichtet, nicht gemessen).',
    storeTable: 'Dieselben Zertifikate, drei Root-Stores',
    thisRun: 'dieser Durchlauf',
    client: 'Client',
  },

  revocation: {
    title: 'Sperrung',
    label: 'Der Browser',
    modes: {
      off: 'fragt nicht',
      'soft-fail': 'lässt Schweigen durchgehen',
      'hard-fail': 'besteht auf einer Antwort',
    },
    lists: (count) =>
      count === 0
        ? 'Der Aussteller hat keine Liste veröffentlicht: Niemand sagt etwas über dieses Zertifikat.'
        : 'Die Sperrliste des Ausstellers liegt vor, echtes DER mit einem Eintrag. Geholt wird nichts.',
    asks: 'Der Browser verlangt OCSP-Stapling',
    staple: 'Der Server heftet an',
    staples: { none: 'nichts', good: 'good', revoked: 'revoked', stale: 'eine veraltete Antwort' },
    stapled: (bytes) =>
      bytes === 0
        ? 'Mit dem Handshake kam keine OCSP-Antwort.'
        : `Mit dem Handshake kam eine OCSP-Antwort von ${grouped(bytes)} Bytes.`,
  },

  client: {
    version: 'Version',
    asks: 'Der Server',
    auths: { none: 'fragt nicht', request: 'fragt', require: 'besteht darauf' },
    has: 'Der Browser hat',
    alertTitle: 'Was über die Leitung geht',
    none: 'Der Browser sendet eine leere Liste, und der Server lässt das durchgehen.',
    accepted: 'Der Server weiß jetzt, wer da ist, und hat mit diesem Zertifikat nichts verschlüsselt.',
    says: 'Was Clients zeigen, wenn sie diesen Alert bekommen',
    seen: {
      measured: 'gemessen',
      text: 'Text des Alerts in der Tabelle von OpenSSL, nicht gemessen',
    },
    blames:
      'curl endet hier in TLS 1.2 mit 60 und gibt zu Unrecht dem Zertifikat des Servers die Schuld (gemessen).',
    lead: {
      none: 'Der Server fragt nicht. Ohne eigenes Zertifikat könnte er es nicht: Ein anonymer Server darf nicht fragen (RFC 5246 §7.4.4).',
      request: 'Der Server fragt mit CertificateRequest und macht auch ohne Antwort weiter.',
      require:
        'Der Server fragt mit CertificateRequest und macht nur mit einem Zertifikat weiter, das er akzeptiert.',
    },
  },
};
