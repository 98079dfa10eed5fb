/** German texts about the checks of path validation: what each demands, and what it found. */
import type { CheckWords } from '../error-words.ts';
import { code, rich, term } from '../rich.ts';
import { chainFailure } from './chain-failures.ts';
import { and, count, date } from './grammar.ts';

export const checks: CheckWords = {
  names: {
    'trust-anchor': 'Vertrauensanker',
    'name-chaining': 'Namenskette',
    signature: 'Signatur',
    'algorithm-match': 'Gleiches Verfahren',
    validity: 'Gültigkeit',
    'host-name': 'Hostname',
    'subject-names': 'Namen im Leaf',
    'basic-constraints': 'Basic Constraints',
    'path-length': 'Pfadlänge',
    'key-usage': 'Key Usage',
    'extended-key-usage': 'Extended Key Usage',
    'name-constraints': 'Namensgrenzen',
    policies: 'Richtlinien',
    'critical-extensions': 'Kritische Erweiterungen',
    'extension-rules': 'Regeln für Erweiterungen',
    'serial-number': 'Seriennummer',
    encoding: 'Version und Codierung',
    revocation: 'Sperrung',
  },
  why: {
    'trust-anchor': rich`Der ${term('path', 'Pfad')} muss bei einer Root enden, der schon vorher vertraut wurde. Ohne diese Prüfung könnte jeder für sich selbst bürgen.`,
    signature: rich`Jedes Zertifikat muss mit dem Schlüssel des nächsthöheren signiert sein. Ohne diese Prüfung ließen sich Name und Schlüssel beliebig zusammenstellen.`,
    'name-chaining': rich`Der ${term('issuer', 'Aussteller')} jedes Zertifikats muss Name für Name der ${term('subject', 'Inhaber')} des nächsthöheren sein. Ohne diese Prüfung ließe sich jede Zertifizierungsstelle als die ausgeben, die bürgt.`,
    'algorithm-match': rich`Das Signaturverfahren steht zweimal da, im signierten Teil und außerhalb, und beide müssen gleich sein. Ohne diese Prüfung könnte jemand das ungeschützte ändern.`,
    validity: rich`Jedes Zertifikat des ${term('path', 'Pfads')} muss innerhalb seiner ${term('validity', 'Gültigkeit')} liegen. Ohne diese Prüfung wäre ein gestohlener Schlüssel für immer gut.`,
    'host-name': rich`Der Name in der Adresszeile muss im ${term('subject-alternative-name', 'Subject Alternative Name')} des Leaf-Zertifikats stehen. Ohne diese Prüfung genügte ein Zertifikat für irgendeinen Namen für jeden.`,
    'subject-names': rich`Jeder Name im Leaf-Zertifikat muss geschrieben sein, wie der Standard es sagt, und der ${term('common-name', 'Common Name')} darf nur einen davon wiederholen. Ohne diese Prüfung könnten zwei Programme aus einem Zertifikat zwei verschiedene Namen lesen.`,
    'basic-constraints': rich`Jeder Aussteller muss eine ${term('certification-authority', 'Zertifizierungsstelle')} sein und das Leaf-Zertifikat keiner gehören. Ohne diese Prüfung könnte jede Website Zertifikate für andere ausstellen.`,
    'path-length': rich`Eine CA darf begrenzen, wie viele weitere unter ihr folgen (${term('path-length', 'Pfadlänge')}). Ohne diese Prüfung könnte ein Zwischenzertifikat beliebig viele Zertifizierungsstellen schaffen.`,
    'key-usage': rich`Aussteller brauchen ${code('keyCertSign')}, das Leaf-Zertifikat ${code('digitalSignature')} (${term('key-usage', 'Key Usage')}). Ohne diese Prüfung ließe sich ein Schlüssel für das eine zu etwas anderem missbrauchen.`,
    'extended-key-usage': rich`Das Leaf-Zertifikat muss für diesen Zweck ausgestellt sein (${term('extended-key-usage', 'Extended Key Usage')}). Ohne diese Prüfung könnte ein Zertifikat für E-Mail für eine Website stehen.`,
    'name-constraints': rich`Eine Zertifizierungsstelle kann auf einige Domains, Adressen oder Organisationen beschränkt sein, und alles unter ihr muss darin bleiben. Ohne diese Prüfung könnte die eigene CA einer Firma für jede Website bürgen.`,
    policies: rich`Wo eine Zertifizierungsstelle darüber es verlangt, muss eine ${term('certificate-policy', 'Richtlinie')} auf dem ganzen ${term('path', 'Pfad')} gelten. Ohne diese Prüfung könnte ein nach laxen Regeln ausgestelltes Zertifikat als eines nach strengen durchgehen.`,
    'extension-rules': rich`Vorgeschriebene Erweiterungen müssen da sein, und jede muss kritisch sein oder nicht, wie der Standard es sagt. Ohne diese Prüfung kämen Programme, die übergehen, was sie dürfen, zu verschiedenen Urteilen.`,
    'serial-number': rich`Seriennummern sind positiv, höchstens 20 Oktette lang und werden von einem ${term('issuer', 'Aussteller')} nie zweimal vergeben. Ohne diese Prüfung könnte eine ${term('revocation', 'Sperrung')} das falsche Zertifikat treffen oder keines.`,
    encoding: rich`Version, Zeiten und Verfahren müssen in der einen Form geschrieben sein, die ${term('der', 'DER')} und RFC 5280 lassen. Ohne diese Prüfung würde eine Signatur viele Lesarten derselben Bytes abdecken.`,
    revocation: rich`Der Aussteller darf das Zertifikat nicht vorzeitig zurückgezogen haben. Ohne diese Prüfung wäre ein gestohlener Schlüssel gut, bis das Zertifikat endet.`,
    'critical-extensions': rich`Jede ${term('critical-extension', 'kritische Erweiterung')} muss verstanden werden. Ohne diese Prüfung ließen sich Grenzen übersehen, die ein Aussteller gesetzt hat.`,
  },
  passed: {
    'trust-anchor': (f) =>
      rich`${f.certificates.at(-1) ?? 'Das letzte Zertifikat'} liegt im ${term('root-store', 'Store')}.`,
    signature: (f) =>
      f.certificates.length === 1
        ? rich`1 Signatur ist verifiziert, mit dem ${term('public-key', 'öffentlichen Schlüssel')} des Ausstellers.`
        : rich`${f.certificates.length} Signaturen sind verifiziert, jede mit dem ${term('public-key', 'öffentlichen Schlüssel')} des Ausstellers.`,
    'name-chaining': (f) =>
      f.certificates.length === 1
        ? rich`1 Zertifikat nennt seinen Aussteller, und so heißt das darüber.`
        : rich`${f.certificates.length} Zertifikate nennen ihren Aussteller, und so heißt jeweils das darüber.`,
    'algorithm-match': (f) =>
      rich`${count(f.certificates.length, 'Zertifikat nennt', 'Zertifikate nennen')} innen und außen dasselbe Verfahren (${and([...new Set(f.actual)].map(code))}).`,
    validity: (f) =>
      f.notBefore === undefined || f.notAfter === undefined
        ? rich`Alle Zertifikate sind am ${date(f.clock)} gültig.`
        : rich`Das Leaf-Zertifikat gilt vom ${date(f.notBefore)} bis zum ${date(f.notAfter)}, und heute ist der ${date(f.clock)}${f.certificates.length > 1 ? '; auch die anderen sind gültig' : ''}.`,
    'host-name': (f) =>
      f.actual[0] === f.expected[0]
        ? rich`${code(f.expected[0] ?? '')} steht im ${term('subject-alternative-name', 'Subject Alternative Name')}.`
        : rich`${code(f.actual[0] ?? '')} im ${term('subject-alternative-name', 'Subject Alternative Name')} schließt ${code(f.expected[0] ?? '')} ein.`,
    'subject-names': (f) =>
      f.actual.length === 0
        ? rich`Das Leaf-Zertifikat hat keinen ${term('subject-alternative-name', 'Subject Alternative Name')} zu lesen.`
        : rich`${count(f.actual.length, 'Name ist', 'Namen sind')} richtig geschrieben, und der ${term('common-name', 'Common Name')} fügt keinen hinzu.`,
    'basic-constraints': (f) =>
      rich`Das Leaf-Zertifikat hat cA FALSE${f.certificates.length > 1 ? ', die Zertifikate darüber cA TRUE' : ''}.`,
    'path-length': (f) =>
      f.expected.length === 0
        ? rich`Keine Zertifizierungsstelle auf diesem Pfad setzt eine Grenze.`
        : rich`${count(f.expected.length, 'Zertifizierungsstelle setzt eine Grenze, und sie ist eingehalten', 'Zertifizierungsstellen setzen eine Grenze, und alle sind eingehalten')}.`,
    'key-usage': (f) =>
      rich`Das Leaf-Zertifikat darf signieren${f.certificates.length > 1 ? ', und die Zertifikate darüber dürfen Zertifikate signieren' : ''}.`,
    'extended-key-usage': (f) => rich`${and(f.expected.slice(0, 1).map(code))} ist unter den Zwecken.`,
    'name-constraints': (f) =>
      f.expected.length === 0
        ? rich`Keine Zertifizierungsstelle auf diesem Pfad beschränkt die Namen darunter.`
        : rich`${count(f.expected.length, 'Grenze', 'Grenzen')} für Namen (${and(f.expected.slice(0, 4).map(code))}), und jeder Name hält sie ein.`,
    policies: (f) =>
      f.actual.length === 0
        ? rich`Niemand auf diesem Pfad verlangt eine ${term('certificate-policy', 'Richtlinie')}.`
        : rich`${and(f.actual.map(code))} gilt auf dem ganzen Pfad.`,
    'extension-rules': (f) =>
      rich`${f.certificates.length === 1 ? '1 Zertifikat hat' : rich`${f.certificates.length} Zertifikate haben`} die nötigen Erweiterungen, jede kritisch oder nicht, wie sie sein muss.`,
    'serial-number': (f) =>
      f.certificates.length === 1
        ? rich`1 Seriennummer, positiv und nicht länger als 20 Oktette.`
        : rich`${f.certificates.length} Seriennummern, alle positiv, keine länger als 20 Oktette, keine von einem Aussteller zweimal verwendet.`,
    encoding: (f) =>
      rich`${count(f.certificates.length, 'Zertifikat hält', 'Zertifikate halten')} sich an die eine Form, die es gibt.`,
    revocation: (f) =>
      rich`Gefragt per ${and([...new Set(f.actual)].map(code))}: ${f.certificates.length > 1 ? 'Keines wurde' : 'Es wurde nicht'} gesperrt.`,
    'critical-extensions': (f) =>
      f.actual.length === 0
        ? rich`Keine Erweiterung ist als kritisch markiert.`
        : rich`${count(f.actual.length, 'kritische Erweiterung', 'kritische Erweiterungen')}, alle verstanden.`,
  },
  leafInStore: rich`Das Leaf-Zertifikat selbst liegt im ${term('root-store', 'Store')}: Jemand hat entschieden, diesem einen Zertifikat zu vertrauen.`,
  partial: rich`Die Signaturen, die sich prüfen ließen, sind verifiziert. Zur letzten fehlt der Aussteller.`,
  noAnswer: rich`Niemand konnte sagen, ob das Zertifikat gesperrt ist, und dieser Browser lässt das durchgehen (Soft Fail). Wer die Antwort zurückhalten kann, kann also ein gesperrtes verwenden.`,
  failed: chainFailure,
  notReached: {
    'needs-issuer': rich`Nicht erreicht: Dafür braucht es das Zertifikat des ${term('issuer', 'Ausstellers')}.`,
    'needs-name': rich`Nicht gefragt: Es gibt keinen Namen zum Vergleichen. Ein Client-Zertifikat kennt man an seinem ${term('subject', 'Inhaber')}.`,
    'needs-certificate': rich`Nicht erreicht: Es wurde kein Zertifikat gesendet.`,
    'not-asked': rich`Nicht gefragt: Nach einer ${term('revocation', 'Sperrung')} fragt dieser Browser nicht.`,
    'needs-path': rich`Nicht erreicht: Darüber ist nur dem Aussteller zu glauben, und kein vertrauenswürdiger Pfad führt zu ihm.`,
    'given-up': rich`Nicht erreicht: Eine andere Prüfung hat diesen Pfad beendet, bevor er zu einem ${term('trust-anchor', 'Vertrauensanker')} kam.`,
  },
};
