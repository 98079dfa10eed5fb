/** SSLKEYLOGFILE, RFC 9850: lines of a label, the client's random and a secret. */
import { fromHex } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';

/** Label to secret, for one client random. */
export type ConnectionSecrets = ReadonlyMap<string, Bytes>;

export interface KeyLog {
  /** By client random in hex. */
  readonly connections: ReadonlyMap<string, ConnectionSecrets>;
  /** Lines with a secret. */
  readonly lines: number;
  /** Lines that are none, from 1; RFC 9850 §2 wants them ignored. */
  readonly bad: readonly number[];
}

const line = /^([A-Z][A-Z0-9_]*)[ \t]+([0-9a-fA-F]{64})[ \t]+((?:[0-9a-fA-F]{2})+)$/;

/** Comments and empty lines are skipped; either line ending, RFC 9850 §2. More blanks than one do no harm. */
export function readKeyLog(text: string): KeyLog {
  const connections = new Map<string, Map<string, Bytes>>();
  const bad: number[] = [];
  let lines = 0;
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const content = raw.replace(/^\uFEFF/, '').trim();
    if (content === '' || content.startsWith('#')) continue;
    const [, label, random, secret] = line.exec(content) ?? [];
    if (label === undefined || random === undefined || secret === undefined) {
      bad.push(i + 1);
      continue;
    }
    lines++;
    const key = random.toLowerCase();
    const secrets = connections.get(key) ?? new Map<string, Bytes>();
    connections.set(key, secrets);
    secrets.set(label, fromHex(secret) as Bytes);
  }
  return { connections, lines, bad };
}

/** Later ones win. */
export function joinKeyLogs(...logs: readonly KeyLog[]): KeyLog {
  const connections = new Map<string, ConnectionSecrets>();
  for (const log of logs)
    for (const [random, secrets] of log.connections)
      connections.set(random, new Map([...(connections.get(random) ?? []), ...secrets]));
  return {
    connections,
    lines: logs.reduce((sum, log) => sum + log.lines, 0),
    bad: logs.flatMap((log) => log.bad),
  };
}

const parsed = new WeakMap<readonly string[], KeyLog>();

/** What the blocks of a capture file hold (read once), and what was opened beside it. */
export function keyLogOf(blocks: readonly string[], extra?: KeyLog): KeyLog {
  // A recording has the client random of what was recorded: the secrets that came first are the recorded ones.
  const inside = parsed.get(blocks) ?? joinKeyLogs(...blocks.toReversed().map(readKeyLog));
  parsed.set(blocks, inside);
  return extra === undefined ? inside : joinKeyLogs(inside, extra);
}
