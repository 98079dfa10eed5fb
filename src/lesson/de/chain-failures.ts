/** Why no path was accepted: first cause first, in the learner's world. One text for each code of x509/path. */
import type { FailureCode } from '../../x509/path/codes.ts';
import type { FactsOf } from '../step-facts.ts';
import type { Rich } from '../rich.ts';
import type { StepText } from '../words.ts';
import { code, rich, sentences, term } from '../rich.ts';
import { and, count, date, dateTime, den, der, Der, other } from './grammar.ts';

type Failure = FactsOf<'chain-invalid'>;

export function chainInvalid(f: Failure): StepText {
  const others = f.failed - 1;
  return {
    title: f.subject === 'server' ? 'Kette prüfen' : 'Kette des Browsers prüfen',
    body: sentences(
      chainFailure(f),
      others > 0
        ? rich`Auf diesem Pfad ${others === 1 ? 'scheitert' : 'scheitern'} noch ${count(others, 'weitere Prüfung', 'weitere Prüfungen')}.`
        : undefined,
    ),
  };
}

/** Why one check failed; without the other checks. */
export function chainFailure(f: Failure): Rich {
  const text = (texts as Readonly<Record<string, (f: Failure) => Rich>>)[f.code];
  return (
    text?.(f) ??
    rich`${Who(f)} findet keinen ${term('path', 'Pfad')}, den er annehmen kann: Die Prüfung ${code(f.check)} scheitert (${code(f.code)}).`
  );
}

const who = (f: Failure): string => der(other(f.subject));
const Who = (f: Failure): string => Der(other(f.subject));
/** The leaf by name; a name fits every case, and so does 'das erste Zertifikat' where it stands. */
const leaf = (f: Failure): Rich => (f.leaf === undefined ? ['das erste Zertifikat'] : [code(f.leaf.name)]);
const leafDative = (f: Failure): Rich =>
  f.leaf === undefined ? ['dem ersten Zertifikat'] : [code(f.leaf.name)];
/** The certificate that failed: 'das Zertifikat für shop.example', 'das Zertifikat von Some CA'. */
const culprit = (f: Failure): Rich => certificate(f, 'das', 'erste', 'Zertifikat');
const Culprit = (f: Failure): Rich => certificate(f, 'Das', 'erste', 'Zertifikat');
const culpritDative = (f: Failure): Rich => certificate(f, 'dem', 'ersten', 'Zertifikat');
const culpritGenitive = (f: Failure): Rich => certificate(f, 'des', 'ersten', 'Zertifikats');
function certificate(f: Failure, article: string, first: string, noun: string): Rich {
  if (unnamed(f)) return [`${article} ${first} ${noun}`];
  return rich`${article} ${noun} ${f.subject === 'server' && (f.atLeaf || f.at === undefined) ? 'für' : 'von'} ${nameOf(f)}`;
}
const unnamed = (f: Failure): boolean => f.at === undefined && f.leaf === undefined;
const nameOf = (f: Failure): Rich => (f.at === undefined ? leaf(f) : f.atLeaf ? [code(f.at)] : [f.at]);
/** What stands between the leaf and the issuer that was looked for. */
const over = (f: Failure): Rich => {
  const between = f.path.slice(1).filter((name) => name !== f.wanted);
  return between.length === 0 ? [] : rich` über ${and(between)}`;
};
const roots = (f: Failure): Rich =>
  rich`den Roots, denen ${who(f)} vertraut${f.roots === undefined ? '' : rich` (${f.roots} eingeschaltet)`}`;
const found = (f: Failure): Rich => (f.actual.length === 0 ? [] : rich` (${and(f.actual.map(code))})`);
/** The verb that fits as many names as were found. */
const verb = (f: Failure, one: string, many: string): string => (f.actual.length > 1 ? many : one);
const limits = (f: Failure): Rich => (f.expected.length === 0 ? [] : rich` (${and(f.expected.map(code))})`);

const texts: Readonly<Record<FailureCode, (f: Failure) => Rich>> = {
  'issuer-not-found': (f) =>
    sentences(
      rich`${Der(f.subject)} hat das Zertifikat von ${f.wanted ?? 'der ausstellenden CA'}, dem ${term('issuer', 'Aussteller')} von ${leafDative(f)}, nicht gesendet, und ${who(f)} hat keine Kopie davon.`,
      rich`Ohne dessen ${term('public-key', 'öffentlichen Schlüssel')} lässt sich die Signatur auf dem ${term('leaf', 'Leaf-Zertifikat')} nicht prüfen.`,
      f.subject === 'browser'
        ? rich`Ist das eine ${term('root', 'Root')}, hilft auch Mitsenden nicht: ${Who(f)} vertraut nur denen, die er schon hatte.`
        : rich`Nicht, weil in der Sendung die ${term('root', 'Root')} fehlt: Roots werden dort nie gebraucht.`,
    ),
  'root-not-trusted': (f) =>
    sentences(
      rich`Der Pfad führt von ${leafDative(f)}${over(f)} zu ${f.wanted ?? 'einer Root'}, und die gehört nicht zu ${roots(f)}.`,
      rich`Eine ${term('root', 'Root')} erzeugen kann jeder: Vertrauen beginnt bei einem ${term('trust-anchor', 'Vertrauensanker')}, den ${who(f)} schon hatte, nie bei einem, der nur mitkam.`,
    ),
  distrusted: (f) =>
    sentences(
      rich`Der Pfad von ${leafDative(f)} führt über ${f.at ?? 'eine Zertifizierungsstelle'}, und deren ${term('private-key', 'privater Schlüssel')} ist bekanntermaßen in falschen Händen.`,
      rich`Wer diesen Schlüssel hat, kann ein Zertifikat für jeden Namen signieren, also beweist darunter nichts mehr etwas: Fällt eine ${term('root', 'Root')}, fällt alles, was sie ausgestellt hat.`,
    ),
  'self-signed': (f) =>
    sentences(
      rich`${Culprit(f)} ist ${term('self-signed', 'selbstsigniert')}: mit dem eigenen Schlüssel signiert und nicht unter ${roots(f)}.`,
      rich`Es zeigt, dass sein Ersteller diesen Schlüssel hat, und nichts darüber, wer das ist; Mallory könnte eines erzeugen, das genauso aussieht.`,
    ),
  'search-limit': (f) =>
    rich`Der ${term('path', 'Pfad')} von ${leafDative(f)} wurde zu lang, bevor er einen ${term('trust-anchor', 'Vertrauensanker')} erreichte. Ohne Grenze könnte ein Absender ${den(other(f.subject))} mit endlosen Ketten beschäftigen.`,
  'search-budget': (f) =>
    rich`Die Zertifikate führen auf mehr Wege, als ${who(f)} zu gehen bereit ist. Ohne Budget könnte ein Absender ihn stundenlang suchen lassen.`,
  'no-certificate': (f) =>
    rich`${Der(f.subject)} hat kein Zertifikat gesendet, also gibt es nichts zu prüfen. Ohne eines weiß ${who(f)} nicht, mit wem er spricht.`,

  'bad-signature': (f) =>
    sentences(
      rich`Die ${term('signature', 'Signatur')} auf ${culpritDative(f)} passt nicht zum ${term('public-key', 'öffentlichen Schlüssel')} des ${term('issuer', 'Ausstellers')}.`,
      rich`Entweder wurde nach dem Signieren ein Byte verändert, oder ein anderer Schlüssel hat signiert; der Name des Ausstellers allein beweist nichts.`,
    ),
  'weak-algorithm': (f) =>
    rich`${Culprit(f)} ist über einen gebrochenen ${term('hash', 'Hash')} signiert${found(f)}. Zwei Zertifikate mit demselben Hash lassen sich herstellen, die ${term('signature', 'Signatur')} kann also von einem anderen stammen.`,
  'unsupported-algorithm': (f) =>
    rich`${Culprit(f)} ist mit einem Verfahren signiert, das ${who(f)} nicht akzeptiert${found(f)}, also kann er nicht sagen, ob die ${term('signature', 'Signatur')} stimmt.`,
  'algorithm-mismatch': (f) =>
    rich`${Culprit(f)} nennt im signierten Teil ein Signaturverfahren und außerhalb ein anderes. Das äußere ist nicht geschützt, also könnte es jemand geändert haben.`,
  'weak-key': (f) =>
    rich`Der Schlüssel ${culpritGenitive(f)} ist zu kurz${found(f)}. Wer genug Rechner hat, kann den ${term('private-key', 'privaten Schlüssel')} finden und in dessen Namen signieren.`,
  'unsupported-key': (f) =>
    rich`${Culprit(f)} hat einen Schlüssel einer Art, die ${who(f)} nicht akzeptiert${found(f)}, also lässt sich keine Signatur von ihm prüfen.`,
  'signature-budget': (f) =>
    rich`Die gesendeten Zertifikate führen auf mehr Signaturen, als ${who(f)} zu prüfen bereit ist. Ohne Budget könnte ein Absender ihn stundenlang beschäftigen.`,

  'empty-issuer': (f) =>
    rich`${Culprit(f)} sagt nicht, wer es ausgestellt hat: Der ${term('issuer', 'Aussteller')} ist leer. Ohne Namen gibt es nichts zu suchen, und jeder könnte es gewesen sein wollen.`,
  'empty-subject': () =>
    rich`Eine Zertifizierungsstelle auf diesem Pfad hat keinen Namen: Der ${term('subject', 'Inhaber')} ist leer. Was sie ausstellt, könnte keinen ${term('issuer', 'Aussteller')} nennen.`,
  'key-identifier-mismatch': (f) =>
    rich`Der ${term('authority-key-identifier', 'Authority Key Identifier')} ${culpritGenitive(f)} nennt einen anderen Schlüssel, als das darüber hat. Gedacht ist er als Hinweis, und dieser Client nimmt ihn als Bedingung.`,

  expired: (f) =>
    sentences(
      rich`${Culprit(f)} ist ${f.notAfter === undefined ? 'früher' : rich`am ${date(f.notAfter)}`} abgelaufen, und die Uhr zeigt den ${date(f.clock)}${f.notAfter === undefined ? '' : late(f.clock - f.notAfter)}.`,
      rich`Seine Signatur mag so gut sein wie eh und je, aber der Aussteller bürgt nicht mehr dafür und muss nicht einmal mehr sagen, ob der Schlüssel seither gestohlen wurde.`,
      f.atLeaf
        ? undefined
        : rich`Am ${term('leaf', 'Leaf-Zertifikat')} liegt es nicht: Ein ${term('path', 'Pfad')} ist nur so gültig wie jedes Zertifikat darin.`,
    ),
  'not-yet-valid': (f) =>
    sentences(
      rich`${Culprit(f)} gilt ${f.notBefore === undefined ? 'erst ab einem späteren Tag' : rich`erst ab ${dateTime(f.notBefore)}`}, und die Uhr zeigt ${dateTime(f.clock)}.`,
      rich`Meist ist am Zertifikat nichts falsch: Die Uhr des Geräts geht nach.`,
    ),

  'name-mismatch': (f) =>
    sentences(
      rich`Das Zertifikat ist auf andere Namen ausgestellt: Es gilt für ${and(f.actual.map(code))}, und in der Adresszeile steht ${code(f.host)}.`,
      rich`Ließen Browser das durchgehen, könnte jeder mit irgendeinem Zertifikat als ${code(f.host)} auftreten.`,
      f.actual.some((name) => name.startsWith('*.'))
        ? rich`Eine Wildcard steht für genau ein Label.`
        : rich`Es zählt nur der ${term('subject-alternative-name', 'Subject Alternative Name')}, nicht der ${term('common-name', 'Common Name')}.`,
    ),
  'no-names': (f) =>
    sentences(
      rich`In der Adresszeile steht ${code(f.host)}, und das Zertifikat hat keinen ${term('subject-alternative-name', 'Subject Alternative Name')} dieser Art${f.actual.length === 0 ? '' : rich`, nur ${and(f.actual.map(code))}`}.`,
      f.address
        ? rich`Eine IP-Adresse muss dort als solche stehen; ein Hostname, der zu ihr führt, zählt nicht.`
        : rich`Ein Hostname im ${term('common-name', 'Common Name')} hilft nicht: Browser lesen ihn nicht mehr, weil nichts sagt, dass er einer ist.`,
    ),

  'malformed-name': (f) =>
    rich`${Culprit(f)} enthält einen Namen, der keiner ist${found(f)}: Hostnamen stehen dort in ASCII-Buchstaben, Ziffern und Bindestrichen. Was ein Programm als den einen Namen liest, könnte ein anderes als einen anderen lesen.`,
  'public-suffix-wildcard': (f) =>
    rich`${found(f).length === 0 ? 'Eine Wildcard' : and(f.actual.map(code))} ${verb(f, 'steht', 'stehen')} für alles unter einem Public Suffix, wo Fremde ihre Namen registrieren. Niemand kann nachgewiesen haben, dass ihm alle davon gehören.`,
  'common-name-not-listed': (f) =>
    rich`Der ${term('common-name', 'Common Name')} ${culpritGenitive(f)}${found(f)} ist nicht Zeichen für Zeichen einer der Namen im ${term('subject-alternative-name', 'Subject Alternative Name')}. Ein Programm, das den Common Name noch liest, würde einen Namen glauben, den niemand geprüft hat.`,
  'wrong-name-criticality': (f) =>
    rich`Der ${term('subject-alternative-name', 'Subject Alternative Name')} muss genau dann kritisch sein, wenn der ${term('subject', 'Inhaber')} leer ist, weil er dann der einzige Name ist. In ${culpritDative(f)} ist es umgekehrt.`,
  'nameless-leaf': (f) =>
    rich`${Culprit(f)} nennt niemanden: Der ${term('subject', 'Inhaber')} ist leer, und einen ${term('subject-alternative-name', 'Subject Alternative Name')} gibt es nicht. Ein Zertifikat ohne Namen bescheinigt nichts.`,

  'not-a-ca': (f) =>
    sentences(
      rich`${Culprit(f)} hat das darunter signiert, aber seine ${term('basic-constraints', 'Basic Constraints')} machen es nicht zu dem einer ${term('certification-authority', 'Zertifizierungsstelle')}.`,
      rich`Ohne diese Prüfung könnte jeder mit irgendeinem Zertifikat eines für ${code(f.host)} ausstellen.`,
    ),
  'leaf-is-a-ca': (f) =>
    rich`Das erste Zertifikat, ${nameOf(f)}, ist das einer ${term('certification-authority', 'Zertifizierungsstelle')}. Ein Schlüssel, der Zertifikate signieren darf, gehört nicht auf einen Server; meist ist die ${term('chain', 'Kette')} falsch sortiert, oder das Leaf-Zertifikat fehlt.`,
  'path-too-long': (f) =>
    rich`Unter ${culpritDative(f)} ${f.actual[0] === '1' ? 'folgt' : 'folgen'} ${f.actual.length === 0 ? 'zu viele Zwischenzertifikate' : count(Number(f.actual[0]), 'Zwischenzertifikat', 'Zwischenzertifikate')}, und seine ${term('path-length', 'Pfadlänge')} erlaubt ${f.expected.length === 0 ? 'weniger' : rich`${Number(f.expected[0])}`}. Die CA darüber hat ihr nicht erlaubt, so viele eigene Zertifizierungsstellen zu schaffen.`,

  'no-key-cert-sign': (f) =>
    rich`Der ${term('key-usage', 'Key Usage')} ${culpritGenitive(f)} fehlt ${code('keyCertSign')}, also darf dieser Schlüssel keine Zertifikate signieren. Er hat es trotzdem getan, was nur sein Besitzer oder ein Dieb erklären kann.`,
  'no-digital-signature': (f) =>
    rich`Der ${term('key-usage', 'Key Usage')} ${culpritGenitive(f)} fehlt ${code('digitalSignature')}${found(f)}. In TLS 1.3 ist Signieren alles, was der Schlüssel eines Zertifikats tut.`,
  'no-key-usage': (f) =>
    rich`Der ${term('key-usage', 'Key Usage')} ${culpritGenitive(f)} ${f.expected.length > 1 ? 'fehlen' : 'fehlt'} ${and(f.expected.map(code))}${found(f)}. Der Schlüssel würde für etwas verwendet, das sein Aussteller nicht erlaubt hat.`,
  'key-cert-sign-without-ca': (f) =>
    rich`Die ${term('key-usage', 'Key Usage')} ${culpritGenitive(f)} erlaubt, Zertifikate zu signieren, seine ${term('basic-constraints', 'Basic Constraints')} nicht. RFC 5280 verbietet diesen Widerspruch.`,
  'wrong-purpose': (f) =>
    rich`${Culprit(f)} wurde für ${f.actual.length === 0 ? 'einen anderen Zweck' : and(f.actual.map(code))} ausgestellt und nicht für ${f.expected.length === 0 ? 'diesen' : and(f.expected.map(code))} (${term('extended-key-usage', 'Extended Key Usage')}). Nur dafür hat der Aussteller es geprüft.`,
  'no-purpose': (f) =>
    rich`${Culprit(f)} sagt nicht, wofür es ausgestellt wurde: Ein Serverzertifikat muss ${code('serverAuth')} in seiner ${term('extended-key-usage', 'Extended Key Usage')} nennen.`,
  'forbidden-purpose': (f) =>
    rich`${Culprit(f)} nennt neben seinem Zweck als Serverzertifikat ${and(f.actual.map(code))} (${term('extended-key-usage', 'Extended Key Usage')}). Ein Schlüssel auf einer Maschine am Internet darf nicht auch Code, Mail oder Auskünfte über eine ${term('revocation', 'Sperrung')} signieren.`,

  'name-not-permitted': (f) =>
    rich`${f.actual.length === 0 ? 'Ein Name' : and(f.actual.map(code))} ${verb(f, 'liegt', 'liegen')} außerhalb dessen, wofür eine Zertifizierungsstelle darüber bürgen darf${limits(f)}. Die CA, die für sie signiert hat, hat sie so beschränkt, und eine Signatur kann die Grenze nicht erweitern.`,
  'name-excluded': (f) =>
    rich`${f.actual.length === 0 ? 'Ein Name' : and(f.actual.map(code))} ${verb(f, 'gehört', 'gehören')} zu dem, wofür eine Zertifizierungsstelle darüber nicht bürgen darf${limits(f)}. Ein Ausschluss geht jeder Erlaubnis vor.`,
  'malformed-constraint': (f) =>
    rich`${Culprit(f)} beschränkt die Namen darunter durch etwas, das keine solche Grenze ist${found(f)}. Was sich nicht verstehen lässt, lässt sich nicht einhalten, also ist darunter nichts vertrauenswürdig.`,
  'unsupported-constraint': (f) =>
    rich`${Culprit(f)} beschränkt eine Art von Namen, die ${who(f)} nicht vergleichen kann${found(f)}, und ein Zertifikat darunter hat einen solchen Namen. RFC 5280 lässt dann zwei Wege: verarbeiten oder ablehnen.`,
  'name-constraint-budget': (f) =>
    rich`Die Namen und Grenzen auf diesem Pfad verlangen mehr Vergleiche, als ${who(f)} anzustellen bereit ist. Ohne Budget könnte ein Absender ihn stundenlang beschäftigen.`,

  'no-valid-policy': (f) =>
    rich`Eine Zertifizierungsstelle darüber verlangt, dass eine ${term('certificate-policy', 'Richtlinie')} auf dem ganzen ${term('path', 'Pfad')} gilt, und keine tut das${found(f)}. Die Regeln, nach denen ${culprit(f)} ausgestellt wurde, sind nicht die versprochenen.`,
  'bad-policy-mapping': (f) =>
    rich`${Culprit(f)} erklärt die Richtlinie für alles für gleichbedeutend mit einer anderen. RFC 5280 verbietet diese Zuordnung, die jede ${term('certificate-policy', 'Richtlinie')} gleich machen würde.`,
  'duplicate-policy': (f) =>
    rich`${Culprit(f)} führt dieselbe ${term('certificate-policy', 'Richtlinie')} zweimal auf${found(f)}. RFC 5280 erlaubt jede nur einmal, damit niemand raten muss, welcher Eintrag zählt.`,

  'missing-extension': (f) =>
    rich`${Culprit(f)} hat ${f.expected.length === 0 ? 'eine vorgeschriebene Erweiterung nicht' : rich`${and(f.expected.map(code))} nicht`}. Zertifizierungsstellen müssen sie setzen, damit sich das nächste Zertifikat eines ${term('path', 'Pfads')} finden lässt.`,
  'wrong-criticality': (f) =>
    rich`In ${culpritDative(f)} ist ${f.expected.length === 0 ? 'eine Erweiterung' : and(f.expected.map(code))} ${f.actual[0] === undefined ? 'falsch markiert' : (marks[f.actual[0]] ?? f.actual[0])}. Kritisch heißt, dass ablehnen muss, wer sie nicht versteht, also ist es keine Geschmackssache.`,
  'misplaced-extension': (f) =>
    rich`${Culprit(f)} hat ${f.actual.length === 0 ? 'eine Erweiterung' : and(f.actual.map(code))}, und das hat in einem Zertifikat dieser Art keinen Platz. Es würde etwas versprechen, das niemand durchsetzt.`,

  'serial-not-positive': (f) =>
    rich`Die Seriennummer ${culpritGenitive(f)} ist null oder negativ${found(f)}. Sie muss positiv sein, weil Programme, die sie ohne Vorzeichen lesen, eine andere Zahl sähen.`,
  'serial-too-long': (f) =>
    rich`Die Seriennummer ${culpritGenitive(f)} hat ${f.actual.length === 0 ? 'zu viele' : rich`${Number(f.actual[0])}`} Oktette, und mehr als 20 dürfen es nicht sein. Programme halten Platz für 20 bereit, und eines, das den Rest abschneidet, verwechselt zwei Zertifikate.`,
  'serial-reused': (f) =>
    rich`Zwei Zertifikate desselben ${term('issuer', 'Ausstellers')} haben dieselbe Seriennummer${found(f)}. Eine ${term('revocation', 'Sperrung')} des einen träfe auch das andere.`,

  'wrong-version': (f) =>
    rich`${Culprit(f)} hat ${f.actual.length === 0 ? 'eine andere Version als 3' : rich`Version ${Number(f.actual[0])}`}. Nur Version 3 hat Erweiterungen, und ohne sie sagt nichts, wofür ein Zertifikat verwendet werden darf.`,
  'wrong-time-form': (f) =>
    rich`Ein Datum in ${culpritDative(f)} ist in der falschen Form geschrieben${found(f)}: Jahre bis 2049 stehen als ${code('UTCTime')}, spätere als ${code('GeneralizedTime')}. Mit zwei Formen für ein Datum gäbe es zwei Codierungen eines Zertifikats.`,
  'empty-period': (f) =>
    rich`Die Gültigkeit ${culpritGenitive(f)} endet, bevor sie beginnt. Es gibt keinen Augenblick, in dem es gültig sein könnte.`,
  'unique-identifier': (f) =>
    rich`${Culprit(f)} hat neben seinen Namen einen Unique Identifier, ein Feld aus Version 2. RFC 5280 verbietet ihn, denn ein Name soll nicht an jemand anderen neu vergeben werden.`,
  'algorithm-parameters': (f) =>
    rich`${Culprit(f)} nennt ein Verfahren mit Parametern, die es nicht hat, oder ohne die nötigen${found(f)}. Jedes Verfahren hat genau eine Codierung, damit die signierten Bytes nur eines bedeuten.`,
  'not-der': (f) =>
    rich`Ein Wert in ${culpritDative(f)} steht nicht in der kürzesten Form, die ${term('der', 'DER')} verlangt${found(f)}. Signaturen gelten für Bytes, also darf jeder Wert nur eine Codierung haben.`,

  revoked: (f) =>
    sentences(
      rich`Der Aussteller hat ${culprit(f)} gesperrt${found(f)}.`,
      rich`Seine Daten und seine Signatur stimmen noch: Nur eine ${term('revocation', 'Sperrung')} beendet es vorzeitig, etwa wenn der ${term('private-key', 'private Schlüssel')} gestohlen wurde.`,
    ),
  'status-unknown': (f) =>
    rich`Niemand konnte sagen, ob ${culprit(f)} gesperrt ist, und dieser Client besteht auf einer Antwort (Hard Fail). Sonst könnte ein gesperrtes Zertifikat verwenden, wer die Antwort zurückhält.`,
  'staple-missing': (f) =>
    rich`${Culprit(f)} verspricht, dass sein Server immer frische Auskunft über eine ${term('revocation', 'Sperrung')} mitbringt (Must-Staple), und es kam keine. Ein Dieb mit dem Schlüssel könnte sie sonst weglassen.`,
  'bad-staple': (f) =>
    rich`Die Auskunft über eine ${term('revocation', 'Sperrung')}, die mit ${culpritDative(f)} kam, beweist nichts${found(f)}. Es zählt nur eine frische, signiert vom ${term('issuer', 'Aussteller')} oder von jemandem, den er dafür benannt hat.`,
  'bad-crl': (f) =>
    rich`Die ${term('crl', 'Sperrliste')} zu ${culpritDative(f)} ist nicht verwendbar${found(f)}. Eine Liste, die nicht vollständig, frisch und vom ${term('issuer', 'Aussteller')} signiert ist, könnte den entscheidenden Eintrag verbergen.`,
  'bad-ocsp-response': (f) =>
    rich`Die Auskunft über eine ${term('revocation', 'Sperrung')} ${culpritGenitive(f)} ist nicht verwendbar${found(f)}. Es zählt nur eine frische, signiert vom ${term('issuer', 'Aussteller')} oder von jemandem, den er dafür benannt hat.`,

  'unknown-critical-extension': (f) =>
    rich`${Culprit(f)} hat eine ${term('critical-extension', 'kritische Erweiterung')}, die ${who(f)} nicht verarbeitet${found(f)}. Wer sie nicht befolgen kann, soll es nach dem Willen des Ausstellers ablehnen.`,
};

/** What x509/path calls the mark. */
const marks: Readonly<Record<string, string>> = {
  critical: 'als kritisch markiert',
  'not critical': 'nicht als kritisch markiert',
};

function late(milliseconds: number): Rich {
  const days = Math.floor(milliseconds / 86_400_000);
  return days < 1 ? [] : rich`, ${count(days, 'Tag', 'Tage')} zu spät`;
}
