/** The list of signed certificate timestamps (RFC 6962 §3.3), a TLS structure inside an OCTET STRING. */
import { Reader } from './octets.ts';
import { hexBlock, timeText } from './blocks.ts';

const hashes = ['none', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

/** Signature algorithms by the two bytes of SignatureAndHashAlgorithm, RFC 5246 §7.4.1.4.1. */
function algorithmText(hash: number, signature: number): string {
  const name = hashes[hash] ?? String(hash);
  if (signature === 3) return `ecdsa-with-${name.toUpperCase()}`;
  if (signature === 1) return `${name}WithRSAEncryption`;
  return `${hash}/${signature}`;
}

export function timestampLines(list: Uint8Array): readonly string[] {
  const reader = new Reader(list);
  const inner = new Reader(reader.vector(2));
  const lines: string[] = [];
  while (inner.left > 0) lines.push(...oneLines(inner.vector(2)));
  return lines;
}

function oneLines(bytes: Uint8Array): readonly string[] {
  const reader = new Reader(bytes);
  const field = (name: string, block: Uint8Array): readonly string[] => {
    const lines = hexBlock(block, 16, ' '.repeat(16), true);
    return lines.map((line, i) => (i === 0 ? `    ${name}: ${line.trimStart()}` : line));
  };
  const head = ['Signed Certificate Timestamp:'];
  const version = reader.number(1);
  if (version !== 0)
    return [...head, '    Version   : unknown', ...hexBlock(bytes, 16, ' '.repeat(16), true)];
  const logId = reader.take(32);
  const time = reader.number(8);
  const extensions = reader.vector(2);
  const algorithm = algorithmText(reader.number(1), reader.number(1));
  const signature = reader.vector(2);
  return [
    ...head,
    '    Version   : v1 (0x0)',
    ...field('Log ID    ', logId),
    `    Timestamp : ${timeText(time, true)}`,
    ...(extensions.length === 0 ? ['    Extensions: none'] : field('Extensions', extensions)),
    `    Signature : ${algorithm}`,
    ...hexBlock(signature, 16, ' '.repeat(16), true),
  ];
}
