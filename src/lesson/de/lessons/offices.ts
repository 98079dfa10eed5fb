/** German: lesson 8, the offices behind a certificate. */
import { plural } from '../../catalog.ts';
import type { DeskWords, PartWords } from '../../lessons/model.ts';
import { listOf, rich, term } from '../../rich.ts';

const day = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const officeDesks: Readonly<Record<string, DeskWords>> = {
  registration: {
    name: 'Wer fragt',
    title: 'Ein Antrag, und wer ihn prüft',
    text: ({ names, wish, request, issuing }) => [
      rich`Wer ein Zertifikat will, erzeugt ein Schlüsselpaar und schreibt einen ${term('certificate-request', 'Zertifikatsantrag')} (PKCS #10, meist CSR genannt). Darin stehen der öffentliche Schlüssel, Namen und Wünsche, und signiert ist er mit dem neuen Schlüssel: Das weist nach, dass der Antragsteller die private Hälfte hat. ${request === 0 ? 'Noch liegt keiner für einen Namen auf dem Tisch.' : rich`Der auf dem Tisch hat ${request} Byte.`}`,
      rich`Die ${term('registration-authority', 'Registrierungsstelle')} (RA) prüft, bevor jemand signiert. ${request === 0 ? 'Das Beispiel für den Anfang' : 'Dieser Antrag'} verlangt ${listOf(
        names.map((code) => ({ code })),
        'und',
      )}${wish.cA ? ' und dazu das Recht, Zertifikate zu signieren' : ''}. Die CA dahinter ist ${{ strong: issuing.name }}. Alle diese Stellen zusammen sind eine ${term('pki', 'Public-Key-Infrastruktur')} (PKI).`,
    ],
    question: ({ names }) =>
      `Ein Antrag verlangt ${plural(names.length, 'Namen', 'Namen')}, und seine Signatur gilt. Wie viele davon gibt die Registrierungsstelle weiter?`,
    choices: ({ names, proved }) => ({
      all: {
        text: 'Alle: Der Antrag ist signiert',
        reason: 'Die Signatur zeigt, wer den Schlüssel hat. Wer die Namen kontrolliert, sagt sie nicht.',
      },
      some: {
        text: 'Nur die, die der Antragsteller nachweist',
        reason: `Für ${proved.length} von ${names.length} gibt es einen Eintrag, den nur setzen konnte, wer den Namen kontrolliert. Der Rest wird gestrichen.`,
      },
      none: {
        text: 'Keinen: Das entscheidet die Zertifizierungsstelle',
        reason:
          'Sie signiert, was geprüft ist. Prüfen ist Sache der Registrierungsstelle, auch wo beide eine Firma sind.',
      },
    }),
    change: {
      task: 'Einen Antrag schreiben: mit dem beginnen, der zu viel verlangt, einen Schlüssel erzeugen und signieren. Dann die Registrierungsstelle prüfen lassen.',
      done: ({ since, names, proved }) =>
        `Geprüft: Die Signatur an den ${since.checked?.request.length ?? 0} Byte des Antrags gilt, ${proved.length} von ${plural(names.length, 'Namen', 'Namen')} ${proved.length === 1 ? 'ist' : 'sind'} nachgewiesen, der Rest ist gestrichen. Echte Stellen suchen einen Eintrag im DNS oder eine Datei auf der Site; hier ist es ein Schalter.`,
    },
  },
  signature: {
    name: 'Gewünscht, gewährt',
    title: 'Was gewünscht ist, und was gewährt wird',
    text: ({ issuing, register }) => [
      rich`Die ${term('certification-authority', 'Zertifizierungsstelle')} (CA) ${{ strong: issuing.name }} übernimmt den öffentlichen Schlüssel aus dem Antrag und bestimmt jedes andere Feld selbst. Sie gewährt, was nachgewiesen ist und ihre Richtlinie erlaubt: Ein Server wird nicht zur CA, weil er es sich wünscht.`,
      rich`Was sie signiert hat, steht in ihrem Register, bisher ${plural(register.length, 'Zertifikat', 'Zertifikate')}. Das Verzeichnis gibt Zertifikate an alle heraus, meist als Text (${term('pem', 'PEM')}); geheim ist keines.`,
    ],
    question: () => 'Was davon kann sich der Antragsteller nicht einmal wünschen?',
    choices: ({ wish, issuing }) => ({
      names: {
        text: 'Namen, die er nicht kontrolliert',
        reason: 'Wünschen kann er sich jeden Namen. Ob er ihn bekommt, ist eine andere Sache.',
      },
      cA: {
        text: 'Das Recht, Zertifikate zu signieren',
        reason: `Der Antrag hat einen Platz dafür${wish.cA ? ', und dieser nutzt ihn' : ''}. Eine sorgfältige CA gewährt es nur nach Vertrag.`,
      },
      usage: {
        text: 'Wozu der Schlüssel dienen darf',
        reason: 'Key Usage und Extended Key Usage dürfen im Antrag stehen, als Wünsche.',
      },
      lifetime: {
        text: 'Wie lange es gültig ist',
        reason: `Dafür hat der Antrag kein Feld, und für die Seriennummer auch nicht. Beides bestimmt ${issuing.name}.`,
      },
    }),
    change: {
      task: 'Die CA den Antrag signieren lassen und das Zertifikat im Verzeichnis veröffentlichen. Liegt dort kein Antrag, zuerst einen schreiben und prüfen lassen.',
      done: ({ since }) => {
        const made = since.signed.at(-1);
        return `Signiert von ${made?.office ?? ''}: Seriennummer ${made?.serial ?? ''}…, gültig für ${plural(made?.days ?? 0, 'Tag', 'Tage')}, ${plural(made?.bytes ?? 0, 'Byte', 'Byte')} DER. Der private Schlüssel blieb beim Antragsteller.`;
      },
    },
  },
  revocation: {
    name: 'Zurückgenommen',
    title: 'Ein Zertifikat zurücknehmen',
    text: ({ revoked, register, issuing, workshop }) => {
      const last = revoked.at(-1);
      return [
        rich`Ein Schlüssel gerät in fremde Hände, eine Firma schließt: Das Zertifikat muss vor seinem letzten Tag weg. Die Kopien ruft niemand zurück. Also trägt die CA die ${term('serial-number', 'Seriennummer')} in ihre ${term('crl', 'Sperrliste')} (CRL) ein und signiert die Liste, und die ${term('validation-authority', 'Validierungsstelle')} (VA) beantwortet Fragen nach einer Seriennummer, per ${term('ocsp', 'OCSP')}.`,
        last
          ? rich`In dieser Werkstatt ${revoked.length === 1 ? 'ist' : 'sind'} ${revoked.length} von ${plural(register.length, 'Zertifikat', 'Zertifikaten')} ${term('revocation', 'gesperrt')}. Das letzte, ${{ code: `${last.serial}…` }} für ${{ strong: last.name }}, ist nach seinen Daten gültig bis ${day.format(last.notAfter)} und steht in Liste Nummer ${last.listNumber} von ${last.office}.`
          : rich`In dieser Werkstatt ${register.length === 1 ? 'steht' : 'stehen'} ${plural(register.length, 'Zertifikat', 'Zertifikate')} im Register, gesperrt ist keines. Die Liste von ${issuing.name} hat die Nummer ${workshop.offices.find(({ id }) => id === 'issuing')?.listNumber ?? 0}.`,
      ];
    },
    question: () => 'Was ändert sich an einem Zertifikat, wenn es gesperrt wird?',
    choices: () => ({
      dates: {
        text: 'Sein letzter Tag',
        reason: 'Ein geändertes Datum bräche die Signatur. Die Gültigkeit bleibt, wie sie war.',
      },
      signature: {
        text: 'Seine Signatur: Sie gilt nicht mehr',
        reason:
          'Eine Signatur gilt, solange die Bytes dieselben sind, was auch immer seither mit dem Schlüssel geschah.',
      },
      nothing: {
        text: 'Nichts',
        reason:
          'Kein einziges Byte. Dass es gesperrt ist, steht woanders, und nur wer dort fragt, erfährt es.',
      },
    }),
    change: {
      task: 'Im Register unter den Tischen ein Zertifikat sperren und einen Grund angeben. Dann Register, Liste und Antwort vergleichen.',
      done: ({ since }) => {
        const gone = since.revoked.at(-1);
        return `${gone?.name ?? ''}, ${gone?.serial ?? ''}…, ist gesperrt (${gone?.entry.revoked?.reason ?? ''}). Die Liste wurde neu signiert, als Nummer ${gone?.listNumber ?? 0}, und die Antwort zu dieser Seriennummer lautet jetzt revoked.`;
      },
    },
    more: 'Die ganze Werkstatt öffnen',
  },
};

export const offices: Readonly<Record<string, PartWords>> = {
  asking: {
    name: 'Niemand fragte',
    title: 'Gesperrt, und niemand fragt',
    text: ({ chain: { leaf, trusted, checks }, end, host }) => [
      rich`Das ist wieder ein Durchlauf. Das Zertifikat von ${{ strong: host }}, Seriennummer ${{ code: `${leaf.serial}…` }}, ist ${term('revocation', 'gesperrt')}: Es steht in der Liste von ${{ strong: leaf.issuer }}. Seine Daten reichen bis ${day.format(leaf.notAfter)}, und seine Signatur gilt.`,
      trusted
        ? rich`Der Browser verbindet sich trotzdem. Von ${checks.all} Prüfungen sind ${checks.passed} bestanden, keine ist fehlgeschlagen; die der Sperrung fand nicht statt.`
        : rich`Der Browser bricht in Schritt ${end.at} mit ${{ code: end.alert }} ab: Er hat in die Liste gesehen.`,
    ],
    question: () => 'Wie kann ein Browser erfahren, dass ein Zertifikat gesperrt ist?',
    choices: ({ chain: { leaf } }) => ({
      certificate: {
        text: 'Er sieht es dem Zertifikat an',
        reason: `Keines seiner ${leaf.bytes} Byte ändert sich durch die Sperrung.`,
      },
      signature: {
        text: 'Die Signatur der CA gilt nicht mehr',
        reason: 'Die Signatur gilt, solange die Bytes dieselben sind.',
      },
      told: {
        text: 'Die CA sagt es allen Browsern',
        reason: `${leaf.issuer} kennt keine Browser. Sie signiert eine Liste und wartet, bis jemand fragt.`,
      },
      list: {
        text: 'Er sieht in eine Liste oder bekommt eine Antwort, die die CA signiert hat',
        reason:
          'Nur wer fragt, erfährt es, und die meisten Programme fragen nie. Browser bringen eigene, verdichtete Listen mit, und CAs stellen kürzer gültige Zertifikate aus, damit weniger zu sperren bleibt.',
      },
    }),
    change: {
      label: 'Sperrung in diesem Browser',
      options: { off: 'fragt nicht', 'soft-fail': 'sieht in die vorhandene Liste' },
      task: 'Den Browser in die Liste sehen lassen und ausführen. Am Server ändert sich nichts.',
      done: ({ end, chain: { leaf } }) =>
        `Er bricht in Schritt ${end.at} mit ${end.alert} ab. Dieselben ${plural(leaf.bytes, 'Byte', 'Byte')} wie zuvor; den Unterschied macht ein Blick in die Liste.`,
    },
  },
  'root-falls': {
    name: 'Die Root-CA fällt',
    title: 'Wenn eine Root-CA fällt',
    text: ({ chain: { anchor, path, trusted }, end }) => [
      rich`Der Schlüssel von ${{ strong: anchor }} liegt offline in einem Tresor und wurde für ${{ strong: path[1]?.name ?? '' }} einmal gebraucht. Gerät er in fremde Hände, kann der Dieb ein eigenes Zwischenzertifikat signieren und damit ein Zertifikat für jeden Namen. Über der Root-CA ist niemand, der sie sperren könnte: Sie muss aus jedem Root-Store heraus.`,
      trusted
        ? rich`Der Graph zeigt den Pfad dieses Durchlaufs. Er hält, solange der Browser dem Schlüssel an seinem Ende glaubt, und er ist der einzige: Keine andere Root-CA hat für dieses Zwischenzertifikat signiert (ein ${term('cross-certificate', 'Cross-Zertifikat')}).`
        : rich`Der Browser glaubt diesem Schlüssel nicht mehr: Er bricht in Schritt ${end.at} mit ${{ code: end.alert }} ab. Jede Signatur im Pfad gilt noch, und keine ist mehr etwas wert.`,
    ],
    question: ({ chain: { anchor } }) =>
      `Der Schlüssel von ${anchor} ist gestohlen. Welchen Zertifikaten darf niemand mehr glauben?`,
    choices: ({ chain: { anchor, path } }) => ({
      one: {
        text: 'Allein dem Root-Zertifikat',
        reason: `Was damit signiert ist, ruht darauf. ${path[1]?.name ?? ''} kann echt sein oder vom Dieb stammen; unterscheiden kann das niemand.`,
      },
      later: {
        text: 'Denen, die nach dem Diebstahl signiert wurden',
        reason:
          'Der Dieb schreibt jedes Datum hinein, auch ein altes. Das Datum beweist nicht, wann signiert wurde.',
      },
      all: {
        text: `Allen, die zu ${anchor} hinaufführen`,
        reason:
          'Dem Zwischenzertifikat, jedem Leaf-Zertifikat darunter und allem, was die CA selbst nie ausgestellt hat.',
      },
    }),
    change: {
      label: 'Root-CA, deren Schlüssel gestohlen ist',
      options: { none: 'keine', meridian: 'Meridian ECC Root 2021', lakeside: 'Lakeside Root CA' },
      task: 'Die Root-CA dieses Pfads fallen lassen und ausführen. Ein Zwischenzertifikat ließe sich sperren und ersetzen; hier zeigt sich, was bleibt.',
      done: ({ end, chain: { anchor } }) =>
        `${anchor} ist gefallen: Jeder Pfad dorthin wird abgelehnt, dieser in Schritt ${end.at} mit ${end.alert}. Darum signiert eine Root-CA wenige Zwischenzertifikate und bleibt dann offline.`,
    },
    more: 'Unter Vertrauen öffnen',
  },
};
