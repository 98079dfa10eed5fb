/** German: how to fix each failure. The commands and lines of configuration stand in fix-commands.ts. */
import { plural } from '../catalog.ts';
import { type FixFacts, type FixWords, fixCommands } from '../fix-commands.ts';
import type { FixText } from '../trust.ts';

export function fix(id: string, f: FixFacts): FixText {
  return { ...(texts[id] ?? texts['present-certificate'])(f), ...fixCommands(id, f) };
}

const texts: FixWords = {
  'send-intermediate': () => ({
    text: 'Das Leaf-Zertifikat ausliefern und danach jedes Zwischenzertifikat. Die Root weglassen.',
    button: 'Ganze Kette senden und neu ausführen',
  }),
  'send-leaf': () => ({
    text: 'Das erste Zertifikat muss das des Servers selbst sein, die Zwischenzertifikate folgen.',
    button: 'Leaf und Zwischenzertifikat senden',
  }),
  'trust-root': (f) => ({
    text: `Der Server ist richtig eingerichtet; ${f.root ?? 'seine Root'} ist im Store dieses Browsers ausgeschaltet.`,
    button: `${f.root ?? 'Die Root'} einschalten`,
  }),
  'public-ca': (f) => ({
    text: `Das Zertifikat von einer Zertifizierungsstelle holen, die Browser kennen, etwa der unter ${f.root ?? 'einer Root im Store'}. Eine eigene Root muss in jedem Client installiert werden.`,
    button: `Unter ${f.root ?? 'einer bekannten Root'} ausstellen`,
  }),
  'stronger-root': (f) => ({
    text: `RSA mit 1024 Bits ist zu schwach, um für etwas zu bürgen. Das Zertifikat unter ${f.root ?? 'einer anderen Root'} ausstellen lassen.`,
    button: `Unter ${f.root ?? 'einer anderen Root'} ausstellen`,
  }),
  'leave-root': (f) => ({
    text: `Kein Zertifikat unter einer gefallenen Root ist zu retten. Ein neues unter ${f.root ?? 'einer anderen Root'} ausstellen lassen, mit einem neuen Schlüssel.`,
    button: `Unter ${f.root ?? 'einer anderen Root'} ausstellen`,
  }),
  renew: () => ({
    text: 'Das Zertifikat erneuern, laden und beides künftig einem Timer überlassen.',
    button: 'Für 89 Tage erneuern und neu ausführen',
  }),
  'issue-now': () => ({
    text: 'Für eine Zeit ausstellen, die begonnen hat. Zertifizierungsstellen datieren notBefore etwas zurück, für Uhren, die nachgehen.',
    button: 'Ab gestern ausstellen',
  }),
  'set-clock': (f) => ({
    text: `Das Zertifikat ist in Ordnung. Die Uhr dieses Browsers geht ${plural(Math.abs(f.days ?? 0), 'Tag', 'Tage')} ${(f.days ?? 0) > 0 ? 'vor' : 'nach'}.`,
    button: 'Uhr richtig stellen',
  }),
  'add-name': (f) => ({
    text: `Ein Zertifikat ausstellen, dessen subjectAltName ${f.host} enthält. Auf den Common Name sieht niemand.`,
    button: `${f.host} aufnehmen und neu ausführen`,
  }),
  'reissue-leaf': () => ({
    text: 'Keine Einstellung des Servers repariert ein Zertifikat: neu ausstellen lassen, von einer Zertifizierungsstelle, die sich an die Regeln des Web hält.',
    button: 'Neu ausstellen lassen',
  }),
  'install-genuine': () => ({
    text: 'Installiert ist nicht, was die Zertifizierungsstelle ausgestellt hat. Die Datei noch einmal von dort holen und klären, wer sie verändert hat.',
    button: 'Das Ausgestellte installieren',
  }),
  staple: () => ({
    text: 'Den Server die Antwort der Zertifizierungsstelle rechtzeitig holen, aufbewahren und in jedem Handshake mitgeben lassen.',
    button: 'Frische Antwort anheften und neu ausführen',
  }),
  'new-key': () => ({
    text: 'Einen neuen Schlüssel erzeugen, auf der Kurve P-256 oder RSA mit mindestens 2 048 Bit, und ein Zertifikat dafür ausstellen lassen.',
    button: 'Für einen neuen Schlüssel ausstellen',
  }),
  'good-intermediate': () => ({
    text: 'Das Leaf-Zertifikat ist in Ordnung; was darüber steht, nicht. Das Zwischenzertifikat ausliefern, das die Zertifizierungsstelle heute veröffentlicht.',
    button: 'Gutes Zwischenzertifikat ausliefern',
  }),
  'update-store': (f) => ({
    text: `Gegen eine abgelaufene Root kann der Server nichts tun. Das Gerät braucht einen neueren Store, einen mit ${f.root ?? 'der neuen Root'}.`,
    button: f.root === undefined ? 'Die Root im Store erneuern' : `${f.root} in den Store aufnehmen`,
  }),
  'allow-name': () => ({
    text: 'Die Zertifizierungsstelle darf nur für ihre eigene Domain bürgen, und nichts, was der Server sendet, kann das erweitern. Eine ohne diese Grenze verwenden.',
    button: 'Zertifizierungsstelle ohne Grenze verwenden',
  }),
  'drop-level': () => ({
    text: 'Die Zertifizierungsstelle darüber erlaubt keine unter sich. Das Leaf-Zertifikat von der erlaubten ausstellen lassen.',
    button: 'Eine Ebene höher ausstellen',
  }),
  'share-key': () => ({
    text: 'Dem Gerät den Schlüssel geben, den der Server unter diesem Namen hat. Bei OpenSSL nehmen ihn beide Seiten als -psk.',
    button: 'Ihm den Schlüssel des Servers geben',
  }),
  'accept-suite': () => ({
    text: 'Eine Suite akzeptieren, die Browser anbieten. Die meisten Server stellen Suites von TLS 1.3 getrennt von den älteren ein; bei Caddy lassen sie sich nicht wählen.',
    button: 'Akzeptieren, was der Browser anbietet',
  }),
  'enable-version': () => ({
    text: 'TLS 1.2 und 1.3 am Server einschalten und alles Ältere aus; Software, die das nicht kann, muss ersetzt werden.',
    button: 'TLS 1.2 und 1.3 einschalten',
  }),
  'update-browser': () => ({
    text: 'Der Server lehnt zu Recht ab. Den Browser aktualisieren oder das System, von dem sein TLS stammt.',
    button: 'Browser aktualisieren',
  }),
  'accept-group': () => ({
    text: 'Eine Gruppe akzeptieren, die Browser anbieten.',
    button: 'Akzeptieren, was der Browser anbietet',
  }),
  'accept-protocol': () => ({
    text: 'Ein Protokoll akzeptieren, das der Browser nennt, oder auf ALPN gar nicht antworten.',
    button: 'Akzeptieren, was der Browser nennt',
  }),
  'offer-schemes': () => ({
    text: 'Der Browser muss ein Signaturverfahren akzeptieren, das zum Schlüssel des Zertifikats passt.',
    button: 'Browser alle Verfahren anbieten lassen',
  }),
  'present-certificate': () => ({
    text: 'Dem Browser ein Zertifikat von einer Zertifizierungsstelle geben, die dieser Server akzeptiert, oder fragen, ohne darauf zu bestehen. nginx selbst würde den Handshake beenden und mit 400 antworten.',
    button: 'Dem Browser ein Zertifikat geben',
  }),
  'renew-client': () => ({
    text: 'Der Server hat recht. Die Person braucht ein neues Zertifikat von der Zertifizierungsstelle, die dieser Server akzeptiert.',
    button: 'Der Person ein neues Zertifikat ausstellen',
  }),
  'accept-client-root': (f) => ({
    text: `${f.root ?? 'Die Zertifizierungsstelle'} in die Liste des Servers für Client-Zertifikate aufnehmen.`,
    button: `${f.root ?? 'Die Zertifizierungsstelle'} akzeptieren`,
  }),
};
