/** What tshark reads in a capture: messages in order, decrypted data, and what it complains about. */
import { spawn } from 'node:child_process';

export interface Read {
  /** 'ClientHello', …, 'ApplicationData', 'Alert 0', 'ChangeCipherSpec', as they follow each other. */
  readonly messages: readonly string[];
  /** Decrypted application data as hex, connection by connection. */
  readonly data: readonly { readonly browser: string; readonly server: string }[];
  /** Expert items about malformed packets and checksums, and all warnings and errors. */
  readonly complaints: readonly string[];
}

const handshakeNames: Readonly<Record<string, string>> = {
  '1': 'ClientHello',
  '2': 'ServerHello',
  '4': 'NewSessionTicket',
  '5': 'EndOfEarlyData',
  '8': 'EncryptedExtensions',
  '11': 'Certificate',
  '12': 'ServerKeyExchange',
  '13': 'CertificateRequest',
  '14': 'ServerHelloDone',
  '15': 'CertificateVerify',
  '16': 'ClientKeyExchange',
  '20': 'Finished',
  '22': 'CertificateStatus',
  '24': 'KeyUpdate',
};
/** SHA-256("HelloRetryRequest"), RFC 9846 §4.2.3. */
const retryRandom = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';

export async function readWithTshark(file: string, connections: number, keyLog?: string): Promise<Read> {
  const output = await tshark([
    '-r',
    file,
    ...(keyLog === undefined ? [] : ['-o', `tls.keylog_file:${keyLog}`]),
    '-o',
    'tcp.check_checksum:TRUE',
    '-o',
    'ip.check_checksum:TRUE',
    '-T',
    'pdml',
    ...Array.from({ length: connections }, (_, stream) => ['-z', `follow,tls,raw,${stream}`]).flat(),
  ]);
  const at = output.indexOf('</pdml>');
  return { ...messagesOf(output.slice(0, at)), data: streamsOf(output.slice(at), connections) };
}

/** PDML has the fields in the order of the bytes. */
function messagesOf(pdml: string): Pick<Read, 'messages' | 'complaints'> {
  const messages: string[] = [];
  const complaints: string[] = [];
  let complaint = '';
  let opaque = false;
  for (const [, name = '', rest = ''] of pdml.matchAll(/<(?:field|proto) name="([^"]*)"(.*?)\/?>/g)) {
    const show = /show="([^"]*)"/.exec(rest)?.[1] ?? '';
    const inner = name === 'tls.record.content_type';
    if (name === 'tls.handshake.type') messages.push(handshakeNames[show] ?? `handshake ${show}`);
    else if (name === 'tls.handshake.random' && show.replaceAll(':', '') === retryRandom)
      messages[messages.length - 1] = 'HelloRetryRequest';
    else if (name === 'tls.alert_message.desc') messages.push(`Alert ${show}`);
    else if (name === 'tls.change_cipher_spec') messages.push('ChangeCipherSpec');
    else if (inner && show === '23' && !opaque) messages.push('ApplicationData');
    // A record of type 23 that stays closed has an opaque type and nothing inside.
    else if (inner && show === '23') messages[messages.length - 1] = 'ApplicationData';
    else if (inner && opaque) messages.pop();
    else if (name === 'tls.record.opaque_type') messages.push('closed record');
    else if (name === '_ws.malformed') complaints.push('malformed packet');
    else if (name === '_ws.expert') complaint = /showname="([^"]*)"/.exec(rest)?.[1] ?? '';
    else if (name === '_ws.expert.severity' && !/Chat|Note|Comment/.test(rest)) complaints.push(complaint);
    opaque = name === 'tls.record.opaque_type' || (opaque && !inner);
  }
  return { messages, complaints: [...complaints, ...badChecksums(pdml)] };
}

function badChecksums(pdml: string): readonly string[] {
  return Array.from(pdml.matchAll(/name="(\w+\.checksum\.status)"[^>]*show="([^"]*)"/g))
    .filter(([, , status]) => status !== '1')
    .map(([, name, status]) => `${name} is ${status}`);
}

/** tshark prints the streams in an order of its own, each under its number. */
function streamsOf(text: string, connections: number): Read['data'] {
  const streams = new Map(
    text
      .split('Filter: tcp.stream eq ')
      .slice(1)
      .map((part) => [Number.parseInt(part, 10), dataOf(part.slice(part.indexOf('\n')))] as const),
  );
  return Array.from(
    { length: connections },
    (_, stream) => streams.get(stream) ?? { browser: '', server: '' },
  );
}

/** Lines of hex. Node 0 is whoever tshark found first, and the lines of node 1 are indented. */
function dataOf(text: string): Read['data'][number] {
  const lines = text.split('\n').filter((line) => /^\t?[0-9a-f]+$/.test(line));
  const join = (indented: boolean): string =>
    lines
      .filter((line) => line.startsWith('\t') === indented)
      .map((line) => line.trim())
      .join('');
  const serverFirst = /^Node 0: .*:443$/m.test(text);
  return { browser: join(serverFirst), server: join(!serverFirst) };
}

function tshark(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tshark', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => void chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => void errors.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new Error(`tshark ended with ${code}: ${Buffer.concat(errors).toString('utf8')}`));
    });
  });
}
