/** German: the Checks tab. */
import { plural } from '../catalog.ts';
import type { trust as english } from '../en/trust.ts';
import { checks } from './checks.ts';
import { fix } from './fixes.ts';
import { date } from './grammar.ts';

type Facts = Parameters<(typeof english)['line']>[2];

const commonName = (subject: string): string => /(?:^|, ?)CN=([^,]+)/.exec(subject)?.[1] ?? subject;
const nameOf = (facts: Facts): string => facts.name ?? 'ein Zertifikat';
const rootsOn = (count: number): string =>
  count === 1 ? 'die eine Root, der er vertraut' : `eine der ${count} eingeschalteten Roots`;
const among = (names: readonly string[]): string => (names.length === 0 ? 'gar kein Name' : names.join(', '));

/** '01.10. bis 30.12.2026, jetzt 23.11.': years only where they differ. */
function period({ notBefore, notAfter, clock }: Facts): string {
  if (notBefore === undefined || notAfter === undefined) return `jetzt ${date(clock)}`;
  const without = (time: number): string =>
    sameYear(time, notAfter) ? dayAndMonth.format(time) : date(time);
  return `${without(notBefore)} bis ${date(notAfter)}, jetzt ${without(clock)}`;
}

function sameYear(a: number, b: number): boolean {
  return new Date(a).getUTCFullYear() === new Date(b).getUTCFullYear();
}

const dayAndMonth = new Intl.DateTimeFormat('de-DE', { day: '2-digit', month: '2-digit', timeZone: 'UTC' });

/** What x509/path calls the mark of an extension. */
const mark = (names: readonly string[]): string =>
  names[0] === 'critical' ? 'kritisch' : names[0] === 'not critical' ? 'nicht kritisch' : among(names);

/** One line per code of a verdict; what a check says when it passes stands under its own name. */
const lines: Readonly<Record<string, (facts: Facts) => string>> = {
  // Trust anchor.
  'trust-anchor': (f) => `${commonName(f.actual[0] ?? nameOf(f))} liegt im Store`,
  'leaf-in-store': () => 'das Leaf-Zertifikat selbst liegt im Store',
  'issuer-not-found': (f) =>
    `Kein Pfad. ${f.issuer ?? 'Der Aussteller'} wurde nicht gesendet und ist nicht ${rootsOn(f.roots)}.`,
  'root-not-trusted': (f) =>
    `Der Pfad endet bei ${f.issuer ?? nameOf(f)}, und das ist nicht ${rootsOn(f.roots)}.`,
  distrusted: (f) =>
    `${commonName(f.actual[0] ?? nameOf(f))} ist als kompromittiert markiert: Jeder Pfad darüber endet hier.`,
  'self-signed': (f) => `${nameOf(f)} bürgt für sich selbst und ist nicht ${rootsOn(f.roots)}.`,
  'search-limit': () => 'Der Pfad wurde länger als erlaubt, bevor er einen Vertrauensanker erreichte.',
  'search-budget': () => 'Mehr Wege zu suchen, als das Budget erlaubt.',
  'no-certificate': () => 'Es wurde kein Zertifikat gesendet.',
  'name-chaining': (f) =>
    f.count === 1
      ? '1 Aussteller ist der Inhaber darüber'
      : `${f.count} Aussteller, jeder der Inhaber darüber`,
  'empty-issuer': (f) => `${nameOf(f)} nennt keinen Aussteller.`,
  'empty-subject': () => 'Eine Zertifizierungsstelle auf diesem Pfad hat keinen Namen.',
  'key-identifier-mismatch': (f) =>
    `${nameOf(f)} verlangt den Schlüssel ${among(f.expected)}, nicht ${among(f.actual)}.`,
  // Signature.
  signature: (f) =>
    f.count === 1
      ? '1 Signatur verifiziert, mit dem Schlüssel des Ausstellers'
      : `${f.count} Signaturen verifiziert, jede mit dem Schlüssel des Ausstellers`,
  partial: (f) =>
    `${plural(f.count, 'Signatur', 'Signaturen')} verifiziert; zum letzten Zertifikat fehlt hier der Aussteller`,
  'bad-signature': (f) =>
    `Die Signatur auf ${nameOf(f)} passt nicht zum Schlüssel von ${commonName(f.expected[0] ?? 'seinem Aussteller')}.`,
  'weak-algorithm': (f) => `${nameOf(f)} ist mit ${among(f.actual)} signiert, was andere fälschen können.`,
  'unsupported-algorithm': (f) =>
    `${nameOf(f)} ist mit ${among(f.actual)} signiert, was das Web nicht verwendet.`,
  'algorithm-match': (f) => (f.count === 1 ? 'innen wie außen' : `innen wie außen, ${f.count}-mal`),
  'algorithm-mismatch': (f) =>
    `${nameOf(f)} nennt im signierten Teil ein Verfahren und außerhalb ein anderes.`,
  'weak-key': (f) =>
    `${nameOf(f)} hat einen Schlüssel der Art ${among(f.actual)}; 2048 Bits sind das Mindeste.`,
  'unsupported-key': (f) =>
    `${nameOf(f)} hat einen Schlüssel der Art ${among(f.actual)}, was das Web nicht verwendet.`,
  'signature-budget': () => 'Mehr Signaturen, als das Budget erlaubt.',
  // Validity.
  validity: period,
  expired: (f) =>
    `${nameOf(f)} ist ${f.notAfter === undefined ? 'früher' : `am ${date(f.notAfter)}`} abgelaufen, jetzt ${date(f.clock)}.`,
  'not-yet-valid': (f) =>
    `${nameOf(f)} beginnt ${f.notBefore === undefined ? 'später' : `am ${date(f.notBefore)}`}, jetzt ${date(f.clock)}.`,
  // Host name.
  'host-name': (f) => `${f.hostIsAddress ? 'iPAddress' : 'dNSName'} ${among(f.actual)}`,
  'name-mismatch': (f) => `${among(f.expected)} ist nicht unter ${among(f.actual)}.`,
  'no-names': (f) =>
    `subjectAltName hat ${f.hostIsAddress ? 'keine iPAddress' : 'keinen dNSName'}; der Common Name zählt nicht.`,
  'subject-names': (f) =>
    f.actual.length === 0
      ? 'kein subjectAltName zu lesen'
      : `${plural(f.actual.length, 'Name', 'Namen')}, richtig geschrieben`,
  'malformed-name': (f) => `${among(f.actual)} in ${nameOf(f)} ist kein solcher Name.`,
  'public-suffix-wildcard': (f) => `${among(f.actual)} schließt Namen von Fremden ein.`,
  'common-name-not-listed': (f) => `Der Common Name ${among(f.actual)} ist nicht unter ${among(f.expected)}.`,
  'wrong-name-criticality': (f) => `subjectAltName von ${nameOf(f)} ist ${mark(f.actual)}.`,
  'nameless-leaf': (f) => `${nameOf(f)} hat weder subject noch subjectAltName.`,
  // Constraints, usages, extensions.
  'basic-constraints': (f) => (f.count > 1 ? 'Leaf cA FALSE, Aussteller cA TRUE' : 'Leaf cA FALSE'),
  'not-a-ca': (f) =>
    `${nameOf(f)} signiert ein Zertifikat, hat aber ${f.actual[0] ?? 'keine basicConstraints'}.`,
  'leaf-is-a-ca': (f) => `${nameOf(f)} steht an erster Stelle und ist eine Zertifizierungsstelle: cA TRUE.`,
  'path-length': (f) =>
    f.limit === undefined
      ? `${plural(f.below ?? 0, 'Zertifizierungsstelle', 'Zertifizierungsstellen')} darunter, keine Grenze`
      : `${plural(f.below ?? 0, 'Zertifizierungsstelle', 'Zertifizierungsstellen')} darunter, ${f.limit} erlaubt`,
  'path-too-long': (f) =>
    `Unter ${nameOf(f)} ${f.below === 1 ? 'steht' : 'stehen'} ${plural(f.below ?? 0, 'Zertifizierungsstelle', 'Zertifizierungsstellen')}, erlaubt sind ${f.limit ?? 0}.`,
  'key-usage': (f) => (f.count > 1 ? 'Leaf digitalSignature, Aussteller keyCertSign' : 'digitalSignature'),
  'no-key-cert-sign': (f) =>
    `${nameOf(f)} darf keine Zertifikate signieren: keyUsage ist ${among(f.actual)}.`,
  'no-digital-signature': (f) =>
    `${nameOf(f)} darf den Handshake nicht signieren: keyUsage ist ${among(f.actual)}.`,
  'no-key-usage': (f) => `${nameOf(f)} hat ${among(f.expected)} nicht: keyUsage ist ${among(f.actual)}.`,
  'key-cert-sign-without-ca': (f) => `${nameOf(f)} hat keyCertSign ohne cA TRUE.`,
  'extended-key-usage': (f) => among(f.expected),
  'wrong-purpose': (f) => `${nameOf(f)} ist für ${among(f.actual)}, nicht für ${among(f.expected)}.`,
  'no-purpose': (f) => `${nameOf(f)} hat keine extKeyUsage; verlangt ist ${among(f.expected)}.`,
  'critical-extensions': (f) =>
    f.count === 0 ? 'keine ist als kritisch markiert' : `alle ${f.count} kritischen sind verstanden`,
  'unknown-critical-extension': (f) => `${nameOf(f)} hat ${among(f.actual)}, kritisch und unverstanden.`,
  'forbidden-purpose': (f) => `${nameOf(f)} nennt auch ${among(f.actual)}.`,
  'name-constraints': (f) =>
    f.expected.length === 0
      ? 'keine Zertifizierungsstelle beschränkt hier Namen'
      : `alle Namen innerhalb von ${among(f.expected)}`,
  'name-not-permitted': (f) => `${among(f.actual)} liegt nicht innerhalb von ${among(f.expected)}.`,
  'name-excluded': (f) => `${among(f.actual)} liegt im Ausgeschlossenen, ${among(f.expected)}.`,
  'malformed-constraint': (f) => `${nameOf(f)} hat eine Grenze, die keine ist: ${among(f.actual)}.`,
  'unsupported-constraint': (f) => `${nameOf(f)} beschränkt Namen der Art ${among(f.actual)}.`,
  'name-constraint-budget': () => 'Mehr Namen zu vergleichen, als das Budget erlaubt.',
  policies: (f) => (f.actual.length === 0 ? 'keine wird verlangt' : among(f.actual)),
  'no-valid-policy': (f) => `${nameOf(f)} verlangt eine Richtlinie, und keine gilt auf dem ganzen Pfad.`,
  'bad-policy-mapping': (f) => `${nameOf(f)} ordnet anyPolicy zu.`,
  'duplicate-policy': (f) => `${nameOf(f)} führt ${among(f.actual)} zweimal auf.`,
  'extension-rules': (f) => `${plural(f.count, 'Zertifikat hat', 'Zertifikate haben')}, was sein muss`,
  'missing-extension': (f) => `${nameOf(f)} hat ${among(f.expected)} nicht.`,
  'wrong-criticality': (f) => `${among(f.expected)} in ${nameOf(f)} ist ${mark(f.actual)}.`,
  'misplaced-extension': (f) => `${among(f.actual)} hat in ${nameOf(f)} keinen Platz.`,
  // Serial number, encoding, revocation.
  'serial-number': (f) => (f.count === 1 ? 'positiv, kurz genug' : 'alle positiv, kurz genug, verschieden'),
  'serial-not-positive': (f) => `Die Seriennummer von ${nameOf(f)} ist nicht positiv.`,
  'serial-too-long': (f) =>
    `Die Seriennummer von ${nameOf(f)} hat ${among(f.actual)} Oktette, höchstens 20 dürfen es sein.`,
  'serial-reused': (f) => `${among(f.actual)} steht in zwei Zertifikaten eines Ausstellers.`,
  encoding: (f) =>
    `${plural(f.count, 'Zertifikat', 'Zertifikate')} der Version 3, geschrieben wie vorgeschrieben`,
  'wrong-version': (f) => `${nameOf(f)} ist von Version ${among(f.actual)}.`,
  'wrong-time-form': (f) => `Ein Datum von ${nameOf(f)} ist als ${among(f.actual)} geschrieben.`,
  'empty-period': (f) => `Die Gültigkeit von ${nameOf(f)} endet, bevor sie beginnt.`,
  'unique-identifier': (f) => `${nameOf(f)} hat einen Unique Identifier.`,
  'algorithm-parameters': (f) => `${among(f.actual)} in ${nameOf(f)} hat die falschen Parameter.`,
  'not-der': (f) => `${nameOf(f)} ist bei ${among(f.actual)} nicht in DER.`,
  revocation: (f) => `nicht gesperrt, sagt ${among(f.actual)}`,
  'no-answer': () => 'niemand konnte es sagen; dieser Browser lässt das durchgehen',
  revoked: (f) => `${nameOf(f)} wurde gesperrt: ${among(f.actual)}.`,
  'status-unknown': (f) => `Niemand sagt, ob ${nameOf(f)} gesperrt ist.`,
  'staple-missing': (f) => `${nameOf(f)} verspricht eine angeheftete Antwort, und es kam keine.`,
  'bad-staple': (f) => `Die angeheftete Antwort beweist nichts: ${among(f.actual)}.`,
  'bad-crl': (f) => `Die Liste für ${nameOf(f)} ist nicht verwendbar: ${among(f.actual)}.`,
  'bad-ocsp-response': (f) => `Die Auskunft zu ${nameOf(f)} ist nicht verwendbar: ${among(f.actual)}.`,
  // Not reached: what it needs.
  'needs-issuer': () => 'braucht den öffentlichen Schlüssel des Ausstellers',
  'needs-name': () => 'braucht einen Hostnamen; dieses Zertifikat nennt eine Person',
  'needs-certificate': () => 'braucht ein Zertifikat',
  'not-asked': () => 'nicht gefragt',
  'needs-path': () => 'braucht einen Pfad zu einem Vertrauensanker',
  'given-up': () => 'der Pfad wurde vorher aufgegeben',
};

export const trust: typeof english = {
  checks: { title: 'Prüfungen', ...checks.names },
  verdicts: { passed: 'bestanden', failed: 'gescheitert', 'not-reached': 'nicht erreicht' },
  tally: {
    passed: (n) => `${n} bestanden`,
    failed: (n) => `${n} gescheitert`,
    notReached: (n) => `${n} nicht erreicht`,
  },
  line: (id, code, facts) => (lines[code === 'ok' ? id : code] ?? (() => code))(facts),
  evidence: {
    show: (check) => `Belege für ${check}`,
    wanted: 'verlangt',
    found: 'gefunden',
    searched: { sent: 'unter dem Gesendeten', cache: 'im Cache', store: 'im Root-Store' },
    foundCount: (count) => (count === '0' ? 'keines dieses Namens' : `${count} dieses Namens`),
    until: 'Grenze',
    clock: 'Uhr',
    bytes: 'an seinen Bytes',
  },
  rest: (all, count) =>
    all ? `Alle ${count} Prüfungen` : plural(count, 'weitere Prüfung', 'weitere Prüfungen'),
  budget: (spent, budget) => `${plural(spent, 'Signatur', 'Signaturen')} geprüft, Budget ${budget}`,

  alert: {
    lead: (level) => (level === 'plaintext' ? 'Dann, im Klartext:' : 'Dann, verschlüsselt:'),
    name: 'Alert',
    text: (fatal, name, code) => `${fatal ? 'fatal' : 'warning'}, ${name} (${code})`,
    from: (who) => `gesendet vom ${who === 'browser' ? 'Browser' : 'Server'}`,
  },

  path: {
    title: 'Suche nach einem Pfad',
    subtitle: 'vom Leaf-Zertifikat zu einer Root, der der Browser vertraut',
    clientSubtitle: 'vom Zertifikat des Browsers zur Root, der der Server vertraut',
    sentTitle: 'Was gesendet wurde',
    sentCount: (count) => `Certificate-Nachricht, ${plural(count, 'Eintrag', 'Einträge')}`,
    issuedBy: (issuer) => `ausgestellt von ${issuer}`,
    nothing: 'Nichts. Hierher gehört das Zertifikat des Ausstellers.',
    roles: {
      leaf: { browser: 'Client-Zertifikat', server: 'Serverzertifikat' },
      intermediate: 'Zwischenzertifikat',
      root: 'Root',
    },
    from: { sent: 'gesendet', store: 'im Store', cache: 'im Cache' },
    missing: { intermediate: 'Zwischenzertifikat, fehlt', root: 'Root, nicht im Store' },
    store: 'Root-Store',
    storeText: (roots) => plural(roots, 'Root eingeschaltet', 'Roots eingeschaltet'),
    neverReached: 'nie erreicht',
    verified: 'Signatur verifiziert',
    broken: 'kein Aussteller hier',
    badSignature: 'Signatur ungültig',
    rows: {
      issuer: 'Aussteller',
      issuerKeyId: 'Aussteller-ID',
      keyId: 'Key ID',
      key: 'Schlüssel',
      validTo: 'Gültig bis',
      validFrom: 'Gültig ab',
      names: 'Namen',
      maySign: 'Signiert',
      sent: 'Gesendet',
      cached: 'Im Cache',
      inStore: 'Im Store',
    },
    itself: 'er selbst',
    no: 'nein',
    found: (count) => String(count),
    date,
    maySign: (usages) =>
      [
        usages.includes('keyCertSign') ? 'Zertifikate' : '',
        usages.includes('cRLSign') ? 'CRLs' : '',
        usages.includes('digitalSignature') ? 'Handshakes' : '',
      ]
        .filter(Boolean)
        .join(', '),
    aia: (fetches) => [
      'Das Leaf-Zertifikat sagt, wo sein Aussteller zu holen ist, AIA caIssuers: ',
      fetches
        ? '. Dieser Browser hat nachgesehen, und nichts hat geantwortet.'
        : '. Manche Browser sehen nach. Dieser nicht.',
    ],
    notCarried: 'beim Browser vorhanden',
  },

  candidates: {
    title: 'Versuchte Pfade',
    count: (count) => plural(count, 'Pfad', 'Pfade'),
    accepted: 'angenommen',
    dropped: 'verworfen',
    why: (check, name) => `${check} bei ${name}`,
  },

  roots: {
    title: 'Root-Store des Browsers',
    subtitle: 'erfundene Roots, schaltbar, um zu sehen, was bricht',
    on: (on, of) => `${on} von ${of} an`,
    tryLead: 'Ausprobieren.',
    tryMissing: (root) =>
      `${root} ausschalten und die ganze Kette senden: Die Signatur stimmt jetzt, und der Pfad endet noch immer im Nichts.`,
    tryTrusted: (root) =>
      `${root} ausschalten: Jede Signatur ist weiter verifiziert, und nichts im Store bürgt für den Pfad.`,
  },

  fix: {
    title: 'So lässt es sich beheben',
    text: fix,
    servers: 'Server',
    serverNames: { nginx: 'nginx', apache: 'Apache', haproxy: 'HAProxy', caddy: 'Caddy', node: 'Node' },
    applied: 'Behoben, und der Handshake ist noch einmal gelaufen.',
  },

  lists: {
    titles: {
      suites: 'Cipher Suites',
      groups: 'Gruppen des Schlüsselaustauschs',
      schemes: 'Signaturverfahren',
      protocols: 'Anwendungsprotokolle',
    },
    offers: 'Der Browser bietet an',
    accepts: 'Der Server akzeptiert',
    both: 'In beiden Listen',
    empty: 'nichts',
    explain: 'Kein Eintrag steht in beiden Listen, also gibt es nichts, womit es weitergehen könnte.',
    none: 'keiner',
  },

  fault: {
    title: 'Was falsch war',
    rows: {
      code: 'Fehler',
      at: 'Feld',
      detail: 'Gefunden',
      spec: 'Regel',
      by: 'Bemerkt von',
      alert: 'Alert',
    },
    by: { browser: 'Browser', server: 'Server' },
    alert: (name, code) => `${name} (${code})`,
  },
};
