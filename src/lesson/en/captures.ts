import type { Damage } from '../../interchange/capture/read-file.ts';
import type { Contents } from '../../interchange/passive/connections.ts';
import type { CaptureNote, CaptureSource } from '../../lab/trace.ts';
import { grouped, plural } from '../catalog.ts';
import { party } from './grammar.ts';

const bytes = (count: number): string => plural(count, 'byte', 'bytes');
const packets = (count: number): string => plural(count, 'packet', 'packets');
const records = (count: number): string => plural(count, 'record stays', 'records stay');

export const captures = {
  strip: {
    title: (file: string) => `From ${file}`,
    between: ({ client, server }: CaptureSource) => `${client} → ${server}`,
    decrypted: (secrets: number) =>
      `Decrypted with ${plural(secrets, 'secret', 'secrets')} of the key log, by this lab’s own engine.`,
    closed: 'No key log for it: what is in the clear is shown, what is encrypted stays closed.',
    elsewhere: (connections: number) =>
      `The key log has secrets of ${plural(connections, 'connection', 'connections')}, and none for this one: its client random is not among them. What is in the clear is shown.`,
    unfit: (secrets: number) =>
      `The key log has ${plural(secrets, 'secret', 'secrets')} for it that ${secrets === 1 ? 'opens' : 'open'} nothing. What is in the clear is shown.`,
    /** Whose verdict the checks are. */
    trust:
      'Certificates are checked against this lab’s invented roots at the time of the capture; the client that was there had its own roots, so its verdict may differ.',
    more: (notes: number) => plural(notes, 'note', 'notes'),
    choose: 'Connection',
    openKeyLog: 'Add a key log',
    back: 'Back to the lab',
  },
  connection: {
    /** A line of the list: '2. shop.example, TLS 1.3, 203.0.113.10:443'. */
    line: (number: number, name: string | undefined, version: string | undefined, server: string) =>
      [`${number}. ${name ?? server}`, version ?? 'no answer', ...(name === undefined ? [] : [server])].join(
        ', ',
      ),
    secrets: 'with keys',
    noSecrets: 'no keys',
  },
  note: (note: CaptureNote): string => {
    switch (note.code) {
      case 'no-key':
        return `${records(note.records)} closed: the key log has no secret for them.`;
      case 'no-handshake':
        return `${records(note.records)} closed: the capture has no ClientHello for them, and without it nobody can tell which keys they need.`;
      case 'no-answer':
        return `${records(note.records)} closed: the capture has no ServerHello, which says how they are encrypted.`;
      case 'does-not-open':
        return `${records(note.records)} closed: no secret of the key log fits them.`;
      case 'unsupported-suite':
        return `${records(note.records)} closed: this lab cannot compute their cipher suite.`;
      case 'unsupported-version':
        return `${records(note.records)} closed: this lab decrypts TLS 1.2 and TLS 1.3, and this connection is older.`;
      case 'unknown-message':
        return `${plural(note.records, 'record holds', 'records hold')} a message that this lab has no form for; its bytes are shown.`;
      case 'gap':
        return `${bytes(note.bytes)} from ${party(note.party)} ${note.bytes === 1 ? 'is' : 'are'} missing in the capture.`;
      case 'torn':
        return `${bytes(note.bytes)} from ${party(note.party)} ${note.bytes === 1 ? 'belongs' : 'belong'} to records of which another part is missing, and ${note.bytes === 1 ? 'is' : 'are'} left out.`;
      case 'not-tls':
        return `${bytes(note.bytes)} from ${party(note.party)} ${note.bytes === 1 ? 'is' : 'are'} no TLS records and left out.`;
      case 'cut-record':
        return `The capture ends inside a record from ${party(note.party)}: ${grouped(note.bytes)} of ${bytes(note.of)} are there.`;
      case 'unfinished-message':
        return `A message from ${party(note.party)} is not complete: ${bytes(note.bytes)} of it ${note.bytes === 1 ? 'is' : 'are'} there.`;
    }
  },
  damage: ({ code, at, packets: read }: Damage): string => {
    const after = `after ${packets(read)} that could be read`;
    switch (code) {
      case 'truncated':
        return `The file breaks off at byte ${grouped(at)}, ${after}.`;
      case 'bad-length':
        return `The length at byte ${grouped(at)} cannot be right; reading ends there, ${after}.`;
      case 'bad-block':
        return `The block at byte ${grouped(at)} is too short for what it should hold; reading ends there, ${after}.`;
      case 'no-interface':
        return `The packet at byte ${grouped(at)} names an interface that the file does not describe; reading ends there, ${after}.`;
      case 'bad-byte-order':
        return `Byte ${grouped(at)} should say the byte order and does not; reading ends there, ${after}.`;
      case 'bad-version':
        return `Byte ${grouped(at)} says a version of the format that is not read here.`;
    }
  },
  skipped: ({ skipped, cutPackets }: Contents): readonly string[] => [
    ...(skipped.link > 0
      ? [
          `${packets(skipped.link)} came over a kind of link that is not read here (Ethernet, loopback, Linux cooked and raw IP are).`,
        ]
      : []),
    ...(skipped.quic > 0
      ? [
          `${packets(skipped.quic)} ${skipped.quic === 1 ? 'is' : 'are'} QUIC over UDP, whose TLS is not read here: only TLS over TCP is.`,
        ]
      : []),
    ...(skipped.dtls > 0
      ? [
          `${packets(skipped.dtls)} ${skipped.dtls === 1 ? 'is' : 'are'} DTLS, which is not read here: only TLS over TCP is.`,
        ]
      : []),
    ...(skipped.fragment > 0
      ? [
          `${packets(skipped.fragment)} ${skipped.fragment === 1 ? 'is an IP fragment' : 'are IP fragments'} of which the rest is missing.`,
        ]
      : []),
    ...(cutPackets > 0
      ? [`${packets(cutPackets)} ${cutPackets === 1 ? 'was' : 'were'} cut when captured (snap length).`]
      : []),
  ],
  refused: {
    damagedTrace: (problem: string) => problem,
    noKeyLogLine: (line: number) =>
      `Line ${line} is no line of a key log: a label, 32 bytes and a secret in hex (RFC 9850).`,
    noTls: (read: number, connections: number) =>
      read === 0
        ? 'A capture without a packet that could be read.'
        : `${packets(read)}, ${connections === 0 ? 'and no TCP data that could be read' : `${plural(connections, 'TCP connection', 'TCP connections')}, and no TLS`}.`,
    unknown: (begins: string) =>
      `It is no trace of this lab, no capture (pcap, pcapng) and no key log. Its first bytes are ${begins}.`,
    looksLike: {
      pem: 'It looks like PEM: certificates and keys are no connection, so there is nothing to step through.',
      zip: 'It looks like a ZIP archive: unpack it and open what is inside.',
      pdf: 'It looks like a PDF.',
      picture: 'It looks like a picture.',
      page: 'It looks like a web page.',
      der: 'It looks like DER, as certificates, keys and PKCS#12 are: no connection, so there is nothing to step through.',
      packed: 'It looks packed, and not with gzip: unpack it first.',
      'other-capture': 'It is a capture in another format: save it as pcapng in Wireshark first.',
      dissection:
        'It looks like what Wireshark prints of packets; the packets themselves are not in it. Export them as pcapng.',
      empty: 'It is empty.',
    },
  },
  /** Our own bug; what was on screen stays. */
  failed: (message: string) => `This lab could not read it to the end: ${message}`,
  keyLogKept: (secrets: number, connections: number) =>
    `Key log read: ${plural(secrets, 'secret', 'secrets')} of ${plural(connections, 'connection', 'connections')}. Now open the capture.`,
  keyLogForCapture: (secrets: number) => `Key log read: ${plural(secrets, 'secret', 'secrets')}.`,
  keyLogElsewhere: 'No secret of this key log belongs to the connection on screen.',
};
