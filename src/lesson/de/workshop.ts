/** German: the workshop. Five desks, the register, and the forms on them. */
import type { NameFinding } from '../../authority/workshop/model.ts';
import { grouped, plural } from '../catalog.ts';
import type { workshop as english } from '../en/workshop.ts';
import { rich, term } from '../rich.ts';
import { date } from './grammar.ts';

const dayOnly = new Intl.DateTimeFormat('de-DE', { day: '2-digit', month: '2-digit', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('de-DE', {
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

const findings: Readonly<Record<NameFinding['code'], string>> = {
  'record-found': 'Eintrag gefunden',
  'no-record': 'kein Eintrag',
  'no-wildcard-record': 'kein Eintrag für die Wildcard',
  'local-name': 'einen lokalen Namen kann niemand nachweisen',
  'private-address': 'meint in jedem Netz eine andere Maschine',
  'mail-answered': 'die Mail wurde beantwortet',
  'no-name': 'kein Name, den es gibt',
};

export const workshop: typeof english = {
  title: 'Werkstatt',
  opening: 'Schlüssel für die Stellen werden erzeugt',
  step: (step, of) => `Schritt ${step} von ${of}`,
  stops: {
    request: {
      stop: 'Antrag signiert',
      state: 'noch wurde nichts beantragt',
      title: 'Einen Antrag schreiben',
      lead: rich`Der Antragsteller erzeugt ein Schlüsselpaar und schreibt einen ${term('certificate-request', 'Zertifikatsantrag')}: einen Namen, den öffentlichen Schlüssel und Wünsche. Mit dem neuen Schlüssel signiert, weist er eines nach: Wer fragt, hat die private Hälfte.`,
    },
    check: {
      stop: 'Namen und Schlüssel nachgewiesen',
      state: 'der Antrag liegt bei der Registrierungsstelle',
      title: 'Wer fragt?',
      lead: rich`Die ${term('registration-authority', 'Registrierungsstelle')} prüft, bevor jemand signiert: die Signatur auf dem Antrag und die Kontrolle über jeden Namen darin. Was nicht nachgewiesen ist, wird gestrichen.`,
    },
    sign: {
      stop: 'Zertifikat signiert',
      state: 'geprüft, noch nicht signiert',
      title: 'Beantragt und gewährt',
      lead: rich`Die ${term('certification-authority', 'Zertifizierungsstelle')} gewährt, was nachgewiesen ist und ihre Richtlinie erlaubt. Den öffentlichen Schlüssel übernimmt sie, jedes andere Feld bestimmt sie selbst; Laufzeit und Seriennummer lassen sich nicht einmal beantragen.`,
    },
    publish: {
      stop: 'veröffentlicht',
      state: 'das Zertifikat ist signiert, noch nicht veröffentlicht',
      title: 'Ausgeben',
      lead: rich`Ein Zertifikat ist nicht geheim. Das ${term('directory', 'Verzeichnis')} gibt es an alle aus, die fragen, neben der ${term('crl', 'Liste')} derer, denen nicht mehr zu trauen ist.`,
    },
    inquire: {
      stop: 'abgefragt',
      state: 'das Zertifikat ist im Verzeichnis',
      title: 'Gilt es noch?',
      lead: rich`Eine Signatur bleibt gültig, was auch mit dem Schlüssel geschieht. Darum fragen Clients: nach der ganzen Liste oder bei der ${term('validation-authority', 'Validierungsstelle')} nach einer Seriennummer (${term('ocsp', 'OCSP')}). Wird unten ein Zertifikat gesperrt, ändern sich beide Antworten.`,
    },
    done: {
      stop: '',
      state: 'jede Stelle hat ihre Arbeit getan',
      title: 'Register, Liste und Antwort stimmen überein',
      lead: rich`Das Zertifikat in einen Durchlauf mitnehmen oder sperren und zusehen, wie Liste und Antwort sich ändern. Wer nicht fragt, vertraut ihm weiter bis zum letzten Tag.`,
    },
  },
  route: 'Der Weg eines Antrags',
  toDesk: (desk) => `Schreibtisch zeigen: ${desk}`,
  desks: {
    applicant: { title: 'Antragsteller', role: 'Hat den Schlüssel. Will ein Zertifikat.' },
    registration: { title: 'Registrierungsstelle', role: 'Prüft. Signiert kein Zertifikat.' },
    certification: { title: 'Zertifizierungsstelle', role: 'Signiert, was geprüft ist.' },
    directory: { title: 'Verzeichnis', role: 'Gibt Zertifikate und Listen aus.' },
    validation: { title: 'Validierungsstelle', role: 'Antwortet je Seriennummer.' },
  },
  bytes: (count) => `${grouped(count)} B`,
  moreBytes: (count) => `⋯ ${grouped(count)} Bytes mehr`,
  day: date,
  period: (from, to, now) =>
    new Date(from).getUTCFullYear() === new Date(to).getUTCFullYear() ||
    new Date(from).getUTCFullYear() === new Date(now).getUTCFullYear()
      ? `${dayOnly.format(from)} – ${date(to)}`
      : `${date(from)} – ${date(to)}`,
  moment: (time) => moment.format(time),
  lookAt: (name) => `Ansehen: ${name}`,

  applicant: {
    document: 'Antrag, PKCS #10',
    key: 'Schlüssel',
    keyIs: (kind) => `${kind}, hier erzeugt`,
    signedBy: 'Signiert mit',
    sameKey: 'eben diesem Schlüssel',
    keeps: 'Der private Schlüssel bleibt hier. Im Antrag steht er nicht.',
    none: 'Noch kein Antrag. Ein Beispiel wählen oder selbst einen schreiben.',
    write: 'Antrag schreiben',
    edit: 'Antrag bearbeiten',
    dialog: 'Der Antrag',
    startFrom: 'Beginnen mit',
    examples: {
      greedy: 'Ein Antrag, der zu viel verlangt',
      server: 'Ein ehrlicher Antrag für einen Server',
      person: 'Eine Person, als Client',
      authority: 'Eine Zertifizierungsstelle, die ausstellen will',
    },
    wishes:
      'Ein Antrag enthält Wünsche. Was davon ins Zertifikat kommt, entscheidet nicht der Antragsteller.',
    newKey: 'Neuer Schlüssel',
    sameKeyAgain: 'Mit demselben Schlüssel signieren',
    signNew: 'Schlüssel erzeugen und signieren',
  },
  fields: {
    commonName: 'Common Name',
    organization: 'Organisation',
    country: 'Land',
    names: 'Namen',
    keyUsage: 'Key Usage',
    extKeyUsage: 'Ext. Usage',
    cA: 'CA',
    cAText: 'darf Zertifikate signieren',
    days: 'Laufzeit',
    daysUnit: 'Tage',
    pathLength: 'Pfadlänge',
    permitted: 'Erlaubt',
    excluded: 'Ausgenommen',
    onlyForCa: 'nur für eine CA',
    anyDepth: 'keine Grenze',
    subtrees: 'shop.example, 10.0.0.0/8',
    mustStaple: 'Must-Staple',
    office: 'Signiert von',
    keyKind: 'Schlüssel',
  },
  faults: {
    commonName: 'Höchstens 64 Zeichen.',
    country: 'Zwei Großbuchstaben, wie in CH.',
    names:
      'Hostnamen, IP-Adressen oder Mailadressen, in ASCII, durch Kommas getrennt. Mindestens einer, oder ein Common Name.',
    days: 'Eine ganze Zahl von Tagen, von 1 bis 36 500.',
    pathLength: 'Eine ganze Zahl von 0 bis 255, oder nichts für keine Grenze.',
    permitted: 'Namen oder Adressbereiche wie 10.0.0.0/8, durch Kommas getrennt.',
    excluded: 'Namen oder Adressbereiche wie 10.0.0.0/8, durch Kommas getrennt.',
  },

  registration: {
    signature: 'Signatur des Antrags',
    signatureHolds: 'stimmt: Der Schlüssel gehört dazu',
    signatureFails: 'stimmt nicht',
    organization: 'Organisation',
    organizationUnchecked: 'in diesem Profil nicht geprüft',
    cA: 'CA-Vermerk',
    cANote: 'Sache eines Vertrags, nicht eines Nachweises',
    findings,
    waits: 'Wartet auf einen Antrag.',
    ready: 'Ein Antrag ist da. Geprüft ist noch nichts.',
    check: 'Antrag prüfen',
    again: 'Noch einmal prüfen',
    setRecord: 'Eintrag setzen',
    removeRecord: 'Eintrag löschen',
    recordOf: (name) => `für ${name}`,
    modelled:
      'Die Signatur wird wirklich verifiziert. Die Kontrolle über Namen ist nachgebildet: Ein Netz gibt es hier nicht, also ist der DNS-Eintrag ein Schalter.',
    passed: 'Weitergegeben an die CA',
    passedText: (names, struck, organization) =>
      `${plural(names, 'Name', 'Namen')}, 1 Schlüssel. ${
        struck === 0 && !organization
          ? 'Nichts gestrichen.'
          : `Gestrichen: ${[
              ...(struck > 0 ? [plural(struck, 'Name', 'Namen')] : []),
              ...(organization ? ['die Organisation'] : []),
            ].join(' und ')}.`
      }`,
    refusedText: 'Nichts: Der Antrag weist nicht nach, dass der Antragsteller den Schlüssel hat.',
  },

  certification: {
    table: 'Was beantragt und was gewährt ist',
    field: 'Feld',
    outcome: 'Was daraus wurde',
    requested: 'Beantragt',
    granted: 'Gewährt',
    rows: {
      subject: 'Inhaber',
      names: 'Namen',
      publicKey: 'Öff. Schlüssel',
      cA: 'CA-Vermerk',
      keyUsage: 'Key Usage',
      extKeyUsage: 'Ext. Usage',
      lifetime: 'Laufzeit',
      serial: 'Seriennr.',
    },
    how: { cut: 'geändert', same: 'übernommen', add: 'von der CA ergänzt' },
    cannotAsk: 'nicht möglich',
    nothing: 'nichts',
    none: 'keine',
    names: (count) => plural(count, 'Name', 'Namen'),
    namesGranted: (count, unproved) =>
      unproved === 0
        ? count === 0
          ? 'keine'
          : `${grouped(count)}, ${count === 1 ? 'nachgewiesen' : count === 2 ? 'beide nachgewiesen' : 'alle nachgewiesen'}`
        : `${grouped(count)}, ${grouped(unproved)} nicht nachgewiesen`,
    days: (count) => plural(count, 'Tag', 'Tage'),
    atRandom: 'zufällig gezogen',
    form: 'Ausstellungsformular',
    more: 'Mehr Felder',
    waits: 'Wartet auf die Registrierungsstelle.',
    sign: 'Zertifikat signieren',
    again: 'Mit diesen Feldern neu signieren',
    unproved: (names) =>
      `${names.join(', ')}: Niemand hat die Kontrolle nachgewiesen. Eine echte Zertifizierungsstelle, die das signiert, muss es sperren und sich erklären.`,
    signedBy: (name) => `Signiert als ${name}`,
  },

  directory: {
    certificate: 'X.509-Zertifikat',
    serial: 'Seriennr.',
    valid: 'Gültig',
    to: (time) => `bis ${date(time)}`,
    state: 'Zustand',
    onItsWay: 'auf dem Weg hierher',
    states: { valid: 'gültig', revoked: 'gesperrt', expired: 'abgelaufen', early: 'noch nicht gültig' },
    publish: 'Veröffentlichen',
    search: 'Nachschlagen',
    searchHint: 'Name oder Seriennummer',
    found: (count, of) => `${grouped(count)} von ${grouped(of)}`,
    nothing: 'Unter diesem Namen ist hier nichts.',
    list: 'Sperrliste',
    listNumber: (number) => `CRL Nummer ${grouped(number)}`,
    thisUpdate: 'Ausgestellt',
    nextUpdate: 'Nächste',
    revoked: 'Gesperrt',
    serials: (count) => plural(count, 'Seriennummer', 'Seriennummern'),
    next: (number) => `Mit der nächsten Sperrung kommt Nummer ${grouped(number)}.`,
    verified: (issuer) => `Signatur mit dem Schlüssel von ${issuer} verifiziert.`,
    notVerified: (issuer) => `Die Signatur passt nicht zum Schlüssel von ${issuer}.`,
    renew: 'Liste neu signieren',
  },

  validation: {
    about: 'Über',
    unissued: 'eine Nummer, die niemand vergeben hat',
    ask: 'Fragen',
    question: 'OCSP-Anfrage',
    questionText: (serial) => `Gilt ${serial}?`,
    answer: 'OCSP-Antwort',
    statuses: { good: 'good', revoked: 'revoked', unknown: 'unknown' },
    since: 'Seit',
    reason: 'Grund',
    produced: 'Erstellt',
    until: 'Gilt bis',
    signedBy: 'Signiert von',
    theIssuer: 'der ausstellenden CA',
    nonce: 'Nonce',
    nonceReturned: 'zurück wie gefragt',
    waits: 'Noch hat niemand gefragt.',
    meanings: {
      good: 'Good heißt nicht gesperrt. Es sagt nicht einmal, dass das Zertifikat ausgestellt wurde.',
      revoked: 'Gesperrt: Wer fragt, darf ihm nicht trauen, was auch seine Daten sagen.',
      unknown: 'Unbekannt: Von dieser Seriennummer weiß die Stelle nichts.',
    },
    words: 'good, revoked oder unknown.',
  },

  register: {
    title: 'Register der CA',
    summary: (issued, revoked) =>
      `${plural(issued, 'Zertifikat', 'Zertifikate')} ausgestellt, ${grouped(revoked)} gesperrt`,
    story: 'Der Status hier, die CRL und OCSP müssen dasselbe erzählen.',
    serial: 'Seriennr.',
    subject: 'Inhaber',
    valid: 'Gültig',
    status: 'Status',
    note: 'Vermerk',
    actions: 'Aktionen',
    nameless: 'kein Inhaber',
    issued: (time) => `ausgestellt ${moment.format(time)}`,
    notPublished: 'nicht veröffentlicht',
    unproved: (count) => `${plural(count, 'Name', 'Namen')} nicht nachgewiesen`,
    replaced: (days) => `durch ein späteres ersetzt, noch ${plural(days, 'Tag', 'Tage')}`,
    revokedNote: (reason, time) => `${reason}, ${moment.format(time)}`,
    inList: (number) => `in CRL ${grouped(number)}`,
    under: (issuer) => `unter ${issuer}`,
    revoke: 'Sperren',
    revokeName: (name) => `${name} sperren`,
    more: (name) => `Mehr zu ${name}`,
    look: 'Ansehen',
    askAbout: 'Danach fragen',
    checkChain: 'Seine Kette prüfen',
    onServer: 'Am Server verwenden, in einem Durchlauf',
    inBrowser: 'Im Browser verwenden, in einem Durchlauf',
    noKey: 'sein Schlüssel ist nicht hier',
  },

  revoke: {
    title: (name) => `${name} sperren`,
    text: 'Eine Sperrung lässt sich nicht zurücknehmen. Der Grund kommt in die Liste und in die Antwort, wo Clients ihn lesen.',
    reason: 'Grund',
    reasons: {
      unspecified: 'kein Grund genannt',
      keyCompromise: 'der private Schlüssel kam in fremde Hände',
      cACompromise: 'der Schlüssel der CA kam in fremde Hände',
      affiliationChanged: 'der Inhaber gehört jetzt anderswohin',
      superseded: 'durch ein anderes Zertifikat ersetzt',
      cessationOfOperation: 'den Dienst gibt es nicht mehr',
      certificateHold: 'vorläufig ausgesetzt',
      privilegeWithdrawn: 'das Recht darauf wurde entzogen',
    },
    confirm: 'Sperren',
    cancel: 'Behalten',
  },

  file: {
    menu: 'Datei',
    export: 'Werkstatt exportieren',
    exported: 'Die Werkstatt steht in der Datei, mit ihren privaten Schlüsseln.',
    import: 'Werkstatt importieren',
    fresh: 'Neu anfangen',
    name: 'workshop.json',
    kept: 'In diesem Browser aufbewahrt. Verlässt ihn nur als exportierte Datei.',
    replacedByFile: 'Die importierte Werkstatt hat die bisherige ersetzt.',
    replacedByFresh: 'Eine neue Werkstatt hat die bisherige ersetzt.',
    putBack: 'Zurückholen',
    dismiss: 'Verwerfen',
    problems: {
      'not-json': 'Es ist keine Werkstattdatei: Der Text ist kein JSON.',
      'not-a-workshop': 'Es ist JSON, aber keine von dieser Seite exportierte Werkstatt.',
      'newer-version': 'Geschrieben hat sie eine andere Version von Handshake Lab.',
      broken: 'Etwas darin kann nicht stimmen.',
    },
    problem: (name, text, path) =>
      `${name}: ${text}${path === undefined || path === '' ? '' : ` Der erste Fehler steht bei ${path}.`} Hier wurde nichts geändert.`,
    notKept:
      'Dieser Browser lässt die Seite nichts aufbewahren. Die Werkstatt besteht, solange die Seite offen ist.',
    failed: (message) => `Das hat nicht geklappt: ${message}`,
  },

  documents: {
    request: 'Antrag, PKCS #10',
    list: 'Sperrliste',
    question: 'OCSP-Anfrage',
    answer: 'OCSP-Antwort',
    view: 'Ansicht des Dokuments',
    views: { asn1: 'ASN.1', pem: 'PEM' },
    commands: {
      request: 'openssl req -verify -noout -text -in request.pem',
      list: 'openssl crl -noout -text -CAfile issuer.pem -in list.pem',
      question: 'openssl ocsp -req_text -reqin question.der',
      answer: 'openssl ocsp -respin answer.der -CAfile root.pem -verify_other issuer.pem',
    },
    copied: (name) => `Kopiert: ${name}.`,
  },
};
