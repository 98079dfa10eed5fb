/** Names of message steps, stable across runs. */
import type { Bytes } from '../crypto/port.ts';
import type { Level, MessageName, Party } from './trace.ts';

/** 'client_hello', 'client_certificate', 'application_data', 'early_data', 'close_notify', 'alert', …; without a count. */
export function messageId(message: MessageName, from: Party, content: Bytes, level: Level): string {
  if (level === 'early' && message === 'ApplicationData') return 'early_data';
  if (message === 'Alert') return content[1] === 0 ? 'close_notify' : 'alert';
  return ofBothSides.has(message) && from === 'browser' ? `client_${snake(message)}` : snake(message);
}

const ofBothSides: ReadonlySet<MessageName> = new Set([
  'Certificate',
  'CertificateVerify',
  'ChangeCipherSpec',
  'Finished',
]);

/** A dozen names are asked for in each run. */
const snakes = new Map<MessageName, string>();

function snake(message: MessageName): string {
  const known = snakes.get(message);
  if (known !== undefined) return known;
  const text = message.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  snakes.set(message, text);
  return text;
}

/** The count-th step of that name: data is counted from 1, everything else from the second on. */
export function numbered(name: string, count: number): string {
  const data = name === 'application_data' || name === 'early_data';
  return count === 1 && !data ? name : `${name}_${count}`;
}
