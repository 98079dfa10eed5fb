/** Prints what a connection does: one line per message and per piece of work, as it happens. */
import '../../src/tls/tls12/parts.ts';
import { textOfBytes } from '../../src/bytes/hex.ts';
import type { ConnectionEvent, NegotiatedValues } from '../../src/tls/connection/events.ts';
import { decodeHandshake, dialectOf, type Dialect } from '../../src/tls/messages/handshake.ts';
import type { Extension, HandshakeMessage } from '../../src/tls/messages/model.ts';
import { alertName } from '../../src/tls/registry/alerts.ts';
import { isGrease } from '../../src/tls/registry/names.ts';
import { decodeCertificate } from '../../src/x509/certificate.ts';
import type { PathResult } from '../../src/x509/path/result.ts';
import { nameOfGroup, nameOfScheme, nameOfSuite, nameOfVersion } from './names.ts';

type MessageEvent = Extract<ConnectionEvent, { type: 'message' }>;

/** A listener that prints through `log`. */
export function stepPrinter(log: (line: string) => void): (event: ConnectionEvent) => void {
  let negotiated: NegotiatedValues = {};
  return (event) => {
    switch (event.type) {
      case 'message':
        log(messageLine(event, dialectOf(negotiated)));
        return;
      case 'change-cipher-spec':
        log(
          `  ${arrow(event.direction)} ChangeCipherSpec     plaintext    ${size(event.bytes.length)}   dummy for middleboxes, RFC 9846 §E.4`,
        );
        return;
      case 'rejected-record':
        log(`  ← unreadable record    ${event.level.padEnd(11)}  ${size(event.bytes.length)}`);
        return;
      case 'skipped-record':
        log(`  ← early data, passed over           ${size(event.bytes.length)}`);
        return;
      case 'work':
        // Validation reports twice: when it begins, and with its result.
        if (event.path !== undefined)
          log(`  ${event.path.verdict === 'trusted' ? '✓' : '✗'} ${event.work}: ${pathText(event.path)}`);
        else if (!event.work.startsWith('validate')) log(`  · ${event.work}`);
        return;
      case 'operation': {
        const { operation } = event;
        if (
          operation.name === 'verify' &&
          /certificate_verify$|server_key_exchange_signature$/.test(operation.purpose)
        ) {
          log(
            `  ${operation.verdict === true ? '✓' : '✗'} ${operation.algorithm} signature over ${operation.purpose.endsWith('certificate_verify') ? 'the transcript' : 'the key exchange'}`,
          );
        }
        return;
      }
      case 'negotiated':
        negotiated = { ...negotiated, ...event.values };
        return;
      case 'connected':
        log(`  ✓ connected: ${negotiatedText(negotiated)}`);
        return;
      case 'failed': {
        const { error } = event;
        const at = error.at === '' ? '' : ` at ${error.at}`;
        log(`  ✗ ${error.code}${at}: ${error.detail} (RFC ${error.spec.rfc} §${error.spec.section})`);
        return;
      }
      case 'closed':
      case 'facts':
      case 'secret':
        return;
    }
  };
}

export function negotiatedText({
  version,
  suite,
  group,
  signatureScheme,
  clientSignatureScheme,
  alpn,
  psk,
  pskMode,
  earlyData,
}: NegotiatedValues): string {
  return [
    version !== undefined && nameOfVersion(version),
    suite !== undefined && nameOfSuite(suite),
    group !== undefined && nameOfGroup(group),
    signatureScheme !== undefined && nameOfScheme(signatureScheme),
    clientSignatureScheme !== undefined && `client ${nameOfScheme(clientSignatureScheme)}`,
    alpn !== undefined && `ALPN ${alpn}`,
    psk !== undefined && `${psk === 'external' ? 'external PSK' : 'resumed'} (${pskMode})`,
    earlyData !== undefined && `early data ${earlyData}`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}

function messageLine(event: MessageEvent, dialect: Dialect): string {
  const bytes = event.records.reduce((sum, record) => sum + record.bytes.length, 0);
  const records = event.records.length === 1 ? '' : ` in ${event.records.length} records`;
  const text = contentText(event, dialect);
  return `  ${arrow(event.direction)} ${event.message.padEnd(20)} ${event.level.padEnd(11)}  ${size(bytes)}${records}${text === '' ? '' : `   ${text}`}`;
}

function contentText({ message, content, direction }: MessageEvent, dialect: Dialect): string {
  if (message === 'ApplicationData') return JSON.stringify(textOfBytes(content.subarray(0, 60)));
  if (message === 'Alert') {
    const code = content[1] ?? -1;
    return `${alertName(code) ?? 'unknown alert'} (${code})`;
  }
  if (message === 'ChangeCipherSpec') return 'from here on protected';
  const decoded = decodeHandshake(content, dialect);
  if (!decoded.ok) return `cannot be read: ${decoded.error.detail}`;
  return handshakeText(decoded.value, direction);
}

function handshakeText(message: HandshakeMessage, direction: 'sent' | 'received'): string {
  switch (message.type) {
    case 'client_hello':
      return helloText(message.cipherSuites, message.extensions ?? []);
    case 'server_hello':
    case 'hello_retry_request':
      return [nameOfSuite(message.cipherSuite), ...(message.extensions ?? []).map(extensionText)]
        .filter((part) => part !== '')
        .join(', ');
    case 'encrypted_extensions':
    case 'certificate_request':
      return message.extensions
        .map(extensionText)
        .filter((part) => part !== '')
        .join(', ');
    case 'certificate':
      if (message.entries.length === 0) return 'none';
      return message.entries.map((entry) => subjectOf(entry.certData)).join(' ← ');
    case 'certificate_verify':
      return nameOfScheme(message.scheme);
    case 'finished':
      return direction === 'received'
        ? 'MAC over the whole handshake, checked next'
        : 'MAC over the whole handshake';
    case 'new_session_ticket':
      return `${message.ticket.length} bytes, good for ${message.lifetime} s`;
    case 'end_of_early_data':
      return '';
    case 'key_update':
      return message.updateRequested ? 'asks for one in return' : '';
    case 'server_key_exchange':
      return [
        message.params?.kind === 'ecdhe' && nameOfGroup(message.params.group),
        message.params?.kind === 'dhe' && `prime of ${8 * message.params.p.length} bits`,
        message.signature && `signed with ${nameOfScheme(message.signature.scheme)}`,
      ]
        .filter((part) => part !== false && part !== undefined)
        .join(', ');
    case 'client_key_exchange':
      return message.exchange === undefined ? '' : `${message.keyExchange}, ${message.exchange.length} bytes`;
    case 'tls12_new_session_ticket':
      return `ticket of ${message.ticket.length} bytes`;
    case 'hello_request':
    case 'tls12_certificate_request':
    case 'server_hello_done':
    case 'certificate_status':
      return '';
  }
}

function helloText(suites: readonly number[], extensions: readonly Extension[]): string {
  const offered = suites.filter((code) => !isGrease(code));
  const known = offered.slice(0, 3).map(nameOfSuite).join(' ');
  return [
    offered.length > 3 ? `${known} and ${offered.length - 3} more suites` : known,
    ...extensions.map(extensionText),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function extensionText(extension: Extension): string {
  switch (extension.type) {
    case 'server_name':
      return extension.hostName === null ? '' : `for ${extension.hostName}`;
    case 'supported_groups':
      return `groups ${extension.groups
        .filter((code) => !isGrease(code))
        .map(nameOfGroup)
        .join(' ')}`;
    case 'key_share':
      return `share for ${
        extension.shares
          .filter((share) => !isGrease(share.group))
          .map((share) => nameOfGroup(share.group))
          .join(' ') || 'none'
      }`;
    case 'key_share_retry':
      return `wants a share for ${nameOfGroup(extension.selectedGroup)}`;
    case 'cookie':
      return `cookie of ${extension.cookie.length} bytes`;
    case 'application_layer_protocol_negotiation':
      return `ALPN ${extension.protocols.join(' ')}`;
    default:
      return '';
  }
}

function pathText(path: PathResult): string {
  const passed = path.checks.filter((check) => check.verdict === 'passed').map((check) => check.id);
  if (path.failure === undefined) return passed.join(', ');
  return `${path.failure.id} failed (${path.failure.code}); passed: ${passed.join(', ') || 'none'}`;
}

function subjectOf(der: Uint8Array<ArrayBuffer>): string {
  const decoded = decodeCertificate(der);
  return decoded.ok ? (decoded.value.subject.commonName ?? decoded.value.subject.text) : 'not a certificate';
}

function arrow(direction: 'sent' | 'received'): string {
  return direction === 'sent' ? '→' : '←';
}

function size(bytes: number): string {
  return `${String(bytes).padStart(6)} bytes`;
}
