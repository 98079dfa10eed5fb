/** Names of message steps, stable across runs. */
import type { Bytes } from '../crypto/port.ts';
import type { MessageName, Party } from './trace.ts';

/** 'client_hello', 'client_certificate', 'application_data', 'close_notify', 'alert', …; without a count. */
export function messageId(message: MessageName, from: Party, content: Bytes): string {
  const snake = message.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  if (message === 'Alert') return content[1] === 0 ? 'close_notify' : 'alert';
  const both = ['Certificate', 'CertificateVerify', 'ChangeCipherSpec', 'Finished'].includes(message);
  return both && from === 'browser' ? `client_${snake}` : snake;
}
