/** German: files that come in. */
import { grouped, plural } from '../catalog.ts';
import type { captures as english } from '../en/captures.ts';

const bytes = (count: number): string => plural(count, 'Byte', 'Bytes');
const packets = (count: number): string => plural(count, 'Paket', 'Pakete');
const afterPackets = (count: number): string => `nach ${plural(count, 'lesbaren Paket', 'lesbaren Paketen')}`;
const records = (count: number): string => plural(count, 'Record bleibt', 'Records bleiben');
const from = { browser: 'vom Browser', server: 'vom Server' };

export const captures: typeof english = {
  strip: {
    title: (file) => `Aus ${file}`,
    between: ({ client, server }) => `${client} → ${server}`,
    decrypted: (secrets) =>
      `Entschlüsselt mit ${plural(secrets, 'Secret', 'Secrets')} des Key Logs, von der eigenen Engine dieses Labors.`,
    closed: 'Kein Key Log dazu: Was im Klartext steht, ist zu sehen, das Verschlüsselte bleibt zu.',
    elsewhere: (connections) =>
      `Das Key Log hat Secrets von ${plural(connections, 'Verbindung', 'Verbindungen')} und keines für diese: Ihr Client Random ist nicht dabei. Was im Klartext steht, ist zu sehen.`,
    unfit: (secrets) =>
      `Das Key Log hat ${plural(secrets, 'Secret', 'Secrets')} dafür, und damit geht nichts auf. Was im Klartext steht, ist zu sehen.`,
    trust:
      'Die Zertifikate werden gegen die erfundenen Roots dieses Labors geprüft, zur Zeit des Mitschnitts. Der Client von damals hatte eigene Roots, sein Urteil kann also anders ausgefallen sein.',
    more: (notes) => plural(notes, 'Hinweis', 'Hinweise'),
    choose: 'Verbindung',
    openKeyLog: 'Key Log dazulegen',
    back: 'Zurück zum Labor',
  },
  connection: {
    line: (number, name, version, server) =>
      [
        `${number}. ${name ?? server}`,
        version ?? 'keine Antwort',
        ...(name === undefined ? [] : [server]),
      ].join(', '),
    secrets: 'mit Schlüsseln',
    noSecrets: 'keine Schlüssel',
  },
  note: (note): string => {
    switch (note.code) {
      case 'no-key':
        return `${records(note.records)} zu: Das Key Log hat kein Secret dafür.`;
      case 'no-handshake':
        return `${records(note.records)} zu: Im Mitschnitt fehlt ihr ClientHello, und ohne das ist nicht zu erkennen, welche Schlüssel nötig sind.`;
      case 'no-answer':
        return `${records(note.records)} zu: Im Mitschnitt fehlt das ServerHello, und das sagt, wie sie verschlüsselt sind.`;
      case 'does-not-open':
        return `${records(note.records)} zu: Kein Secret des Key Logs passt.`;
      case 'unsupported-suite':
        return `${records(note.records)} zu: Dieses Labor kann ihre Cipher Suite nicht rechnen.`;
      case 'unsupported-version':
        return `${records(note.records)} zu: Dieses Labor entschlüsselt TLS 1.2 und TLS 1.3, und diese Verbindung ist älter.`;
      case 'unknown-message':
        return `${plural(note.records, 'Record enthält', 'Records enthalten')} eine Nachricht, für die dieses Labor keine Form hat; ihre Bytes sind zu sehen.`;
      case 'gap':
        return `${bytes(note.bytes)} ${from[note.party]} ${note.bytes === 1 ? 'fehlt' : 'fehlen'} im Mitschnitt.`;
      case 'torn':
        return `${bytes(note.bytes)} ${from[note.party]} ${note.bytes === 1 ? 'gehört' : 'gehören'} zu Records, von denen ein anderer Teil fehlt, und ${note.bytes === 1 ? 'bleibt' : 'bleiben'} weg.`;
      case 'not-tls':
        return `${bytes(note.bytes)} ${from[note.party]} ${note.bytes === 1 ? 'ist kein TLS-Record und bleibt weg' : 'sind keine TLS-Records und bleiben weg'}.`;
      case 'cut-record':
        return `Der Mitschnitt endet mitten in einem Record ${from[note.party]}: ${grouped(note.bytes)} von ${bytes(note.of)} sind da.`;
      case 'unfinished-message':
        return `Eine Nachricht ${from[note.party]} ist unvollständig: ${bytes(note.bytes)} davon ${note.bytes === 1 ? 'ist' : 'sind'} da.`;
    }
  },
  damage: ({ code, at, packets: read }): string => {
    const after = afterPackets(read);
    switch (code) {
      case 'truncated':
        return `Die Datei bricht bei Byte ${grouped(at)} ab, ${after}.`;
      case 'bad-length':
        return `Die Länge bei Byte ${grouped(at)} kann nicht stimmen; dort endet das Lesen, ${after}.`;
      case 'bad-block':
        return `Der Block bei Byte ${grouped(at)} ist zu kurz für das, was er enthalten soll; dort endet das Lesen, ${after}.`;
      case 'no-interface':
        return `Das Paket bei Byte ${grouped(at)} nennt eine Schnittstelle, die die Datei nicht beschreibt; dort endet das Lesen, ${after}.`;
      case 'bad-byte-order':
        return `Byte ${grouped(at)} müsste die Byte-Reihenfolge angeben und tut es nicht; dort endet das Lesen, ${after}.`;
      case 'bad-version':
        return `Byte ${grouped(at)} nennt eine Version des Formats, die hier nicht gelesen wird.`;
    }
  },
  skipped: ({ skipped, cutPackets }): readonly string[] => [
    ...(skipped.link > 0
      ? [
          `${packets(skipped.link)} über eine Verbindungsart, die hier nicht gelesen wird (Ethernet, Loopback, Linux cooked und reines IP werden es).`,
        ]
      : []),
    ...(skipped.quic > 0
      ? [`${packets(skipped.quic)} QUIC über UDP: Dessen TLS wird hier nicht gelesen, nur TLS über TCP.`]
      : []),
    ...(skipped.dtls > 0
      ? [`${packets(skipped.dtls)} DTLS: Das wird hier nicht gelesen, nur TLS über TCP.`]
      : []),
    ...(skipped.fragment > 0
      ? [
          `${packets(skipped.fragment)} ${skipped.fragment === 1 ? 'ist ein IP-Fragment, dessen' : 'sind IP-Fragmente, deren'} Rest fehlt.`,
        ]
      : []),
    ...(cutPackets > 0
      ? [
          `${packets(cutPackets)} ${cutPackets === 1 ? 'wurde' : 'wurden'} beim Mitschneiden gekürzt (Snap Length).`,
        ]
      : []),
  ],
  refused: {
    damagedTrace: (problem) => problem,
    noKeyLogLine: (line) =>
      `Zeile ${line} ist keine Zeile eines Key Logs: ein Label, 32 Bytes und ein Secret in Hex (RFC 9850).`,
    noTls: (read, connections) =>
      read === 0
        ? 'Ein Mitschnitt ohne ein lesbares Paket.'
        : `${packets(read)}, ${connections === 0 ? 'und keine lesbaren TCP-Daten' : `${plural(connections, 'TCP-Verbindung', 'TCP-Verbindungen')}, aber kein TLS`}.`,
    unknown: (begins) =>
      `Es ist kein Trace dieses Labors, kein Mitschnitt (pcap, pcapng) und kein Key Log. Die ersten Bytes sind ${begins}.`,
    looksLike: {
      pem: 'Es sieht nach PEM aus: Zertifikate und Schlüssel sind keine Verbindung, es gibt also keine Schritte zu sehen.',
      zip: 'Es sieht nach einem ZIP-Archiv aus: entpacken und den Inhalt öffnen.',
      pdf: 'Es sieht nach einem PDF aus.',
      picture: 'Es sieht nach einem Bild aus.',
      page: 'Es sieht nach einer Webseite aus.',
      der: 'Es sieht nach DER aus, wie Zertifikate, Schlüssel und PKCS#12 es sind: keine Verbindung, es gibt also keine Schritte zu sehen.',
      packed: 'Es sieht gepackt aus, und nicht mit gzip: zuerst entpacken.',
      'other-capture':
        'Es ist ein Mitschnitt in einem anderen Format: zuerst in Wireshark als pcapng sichern.',
      dissection:
        'Es sieht nach dem aus, was Wireshark über Pakete ausgibt; die Pakete selbst sind nicht darin. Sie lassen sich als pcapng exportieren.',
      empty: 'Die Datei ist leer.',
    },
  },
  failed: (message) => `Dieses Labor konnte sie nicht bis zum Ende lesen: ${message}`,
  keyLogKept: (secrets, connections) =>
    `Key Log gelesen: ${plural(secrets, 'Secret', 'Secrets')} aus ${plural(connections, 'Verbindung', 'Verbindungen')}. Als Nächstes den Mitschnitt öffnen.`,
  keyLogForCapture: (secrets) => `Key Log gelesen: ${plural(secrets, 'Secret', 'Secrets')}.`,
  keyLogElsewhere: 'Kein Secret dieses Key Logs gehört zur gezeigten Verbindung.',
};
