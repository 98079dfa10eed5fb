/**
 * Every fault that this engine can find in a peer, provoked: which side notices, what it calls it, which alert
 * goes out under which keys, and that the other side can read that alert.
 */
import { describe, expect, it, vi } from 'vitest';
import { utf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import type { Level } from './connection/events.ts';
import { faults, type FaultCode } from './failure.ts';
import { encodeHandshake } from './messages/handshake.ts';
import type { Extension } from './messages/model.ts';
import { encodeRecord } from './record/framing.ts';
import { contentTypes } from './record/view.ts';
import { alertCodes, type AlertName } from './registry/alerts.ts';
import { Pair, type PairOptions, type Side, type Tamper } from './testing/pair.ts';
import { clientTrust, credentialOf, serverTrust, validAt } from './testing/pki.ts';
import { createTicketVault } from './ticket-vault.ts';
import { tls12FaultCodes } from './testing/tls12-fault-codes.ts';
import { both, flipped, handshakePiece, replace, rewrite, withExtensions } from './testing/tamper.ts';

// Keys take time to make where many tests share few cores.
vi.setConfig({ testTimeout: 30_000 });

const provider = await createProvider();

interface Case {
  readonly name: string;
  readonly code: FaultCode;
  /** Who notices. */
  readonly by: Side;
  /** Under which keys the alert goes. */
  readonly level: Level;
  readonly options?: Omit<PairOptions, 'provider' | 'tamper'>;
  readonly tamper?: () => Tamper;
  /** What happens once both are connected. */
  readonly after?: (pair: Pair) => Promise<void>;
}

const versions: Extension = { type: 'supported_versions', versions: [0x0304] };
const zeros = (length: number): Bytes => new Uint8Array(length);
const drop = (type: Extension['type']) => (extensions: readonly Extension[]) =>
  extensions.filter((one) => one.type !== type);
const add = (extension: Extension) => (extensions: readonly Extension[]) => [...extensions, extension];
/** Client sends X25519, the server wants secp256r1. */
const retry: Case['options'] = { server: { groups: [0x0017] } };
const quiet = { grease: false } as const;
const device = { kind: 'external', identity: utf8('device'), key: zeros(32), hash: 'SHA-256' } as const;
/** Client and server share a key. */
const shared: Case['options'] = {
  client: { pskModes: [1], psk: device },
  server: { psk: { modes: [1, 0], external: [device], clock: () => validAt } },
};
/** The client comes back with a ticket and early data, which the server takes. */
const returning = await returningClient();
/** A ticket that no server knows. */
const unknownPsk: Extension = {
  type: 'pre_shared_key',
  identities: [{ identity: zeros(8), obfuscatedTicketAge: 0 }],
  binders: [zeros(32)],
};

const cases: readonly Case[] = [
  // --- Well-formed, but not allowed here.
  {
    name: 'Finished instead of EncryptedExtensions',
    code: 'unexpected-message',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      rewrite('server', 'encrypted_extensions', () => ({ type: 'finished', verifyData: zeros(32) })),
  },
  {
    name: 'Finished before CertificateVerify',
    code: 'unexpected-message',
    by: 'client',
    level: 'handshake',
    tamper: () => replace('server', 'CertificateVerify', () => []),
  },
  {
    name: 'ServerHello at the server',
    code: 'unexpected-message',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) => ({
        type: 'server_hello',
        legacyVersion: 0x0303,
        random: hello.random,
        legacySessionIdEcho: zeros(0),
        cipherSuite: 0x1301,
        legacyCompressionMethod: 0,
        extensions: [versions],
      })),
  },
  {
    name: 'Finished where a client certificate was asked for',
    code: 'unexpected-message',
    by: 'server',
    level: 'application',
    options: { server: { clientAuth: 'request' } },
    tamper: () => replace('client', 'Certificate', () => []),
  },
  {
    name: 'ClientHello once connected',
    code: 'unexpected-message',
    by: 'server',
    level: 'application',
    after: async (pair) => inject(pair, 'client', { type: 'client_hello' }),
  },
  {
    name: 'NewSessionTicket from a client',
    code: 'unexpected-message',
    by: 'server',
    level: 'application',
    after: async (pair) => inject(pair, 'client', { type: 'new_session_ticket' }),
  },
  {
    name: 'application data instead of Finished',
    code: 'unexpected-message',
    by: 'server',
    level: 'application',
    tamper: () =>
      replace('client', 'Finished', (sent) => [{ ...sent, contentType: contentTypes.application_data }]),
  },
  {
    name: 'application data in the clear',
    code: 'unexpected-record-type',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      replace('client', 'ClientHello', (sent) => [{ ...sent, contentType: contentTypes.application_data }]),
  },
  {
    name: 'a content type nobody knows',
    code: 'unexpected-record-type',
    by: 'server',
    level: 'plaintext',
    tamper: () => replace('client', 'ClientHello', (sent) => [{ ...sent, contentType: 99 }]),
  },
  {
    name: 'EncryptedExtensions in the clear',
    code: 'unexpected-record-type',
    by: 'client',
    level: 'handshake',
    tamper: () => replace('server', 'EncryptedExtensions', (sent) => [{ ...sent, level: 'plaintext' }]),
  },
  {
    name: 'a protected ChangeCipherSpec',
    code: 'unexpected-record-type',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'EncryptedExtensions', (sent) => [
        { ...sent, contentType: contentTypes.change_cipher_spec, content: Uint8Array.of(1) },
      ]),
  },
  {
    name: 'ChangeCipherSpec before the ClientHello',
    code: 'unexpected-change-cipher-spec',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      replace('client', 'ClientHello', (sent) => [
        { ...sent, contentType: contentTypes.change_cipher_spec, content: Uint8Array.of(1) },
      ]),
  },
  {
    name: 'ChangeCipherSpec that says 2',
    code: 'unexpected-change-cipher-spec',
    by: 'server',
    level: 'application',
    tamper: () => replace('client', 'ChangeCipherSpec', (sent) => [{ ...sent, content: Uint8Array.of(2) }]),
  },
  {
    name: 'data between the records of one message',
    code: 'interleaved-handshake-message',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'Certificate', (sent) => [
        { ...sent, content: sent.content.slice(0, 100) },
        { ...sent, contentType: contentTypes.alert, content: Uint8Array.of(1, 90) },
      ]),
  },
  {
    name: 'ChangeCipherSpec between the records of one message',
    code: 'interleaved-handshake-message',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'Certificate', (sent) => [
        { ...sent, content: sent.content.slice(0, 100) },
        { contentType: contentTypes.change_cipher_spec, level: 'plaintext', content: Uint8Array.of(1) },
      ]),
  },
  {
    name: 'more in the record of ServerHello',
    code: 'message-across-key-change',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'ServerHello', (sent) => [
        handshakePiece('plaintext', sent.content, Uint8Array.of(8, 0, 0, 2, 0, 0)),
      ]),
  },
  {
    name: 'more in the record of ClientHello',
    code: 'message-across-key-change',
    by: 'server',
    level: 'handshake',
    tamper: () =>
      replace('client', 'ClientHello', (sent) => [
        handshakePiece('plaintext', sent.content, Uint8Array.of(20, 0)),
      ]),
  },
  {
    name: 'more in the record of the server Finished',
    code: 'message-across-key-change',
    by: 'client',
    level: 'application',
    tamper: () =>
      replace('server', 'Finished', (sent) => [handshakePiece('handshake', sent.content, Uint8Array.of(4))]),
  },
  {
    name: 'more in the record of the client Finished',
    code: 'message-across-key-change',
    by: 'server',
    level: 'application',
    tamper: () =>
      replace('client', 'Finished', (sent) => [handshakePiece('handshake', sent.content, Uint8Array.of(24))]),
  },
  {
    name: 'more in the record of a KeyUpdate',
    code: 'message-across-key-change',
    by: 'server',
    level: 'application',
    tamper: () =>
      replace('client', 'KeyUpdate', (sent) => [handshakePiece('application', sent.content, sent.content)]),
    after: (pair) => pair.client.updateKeys(false),
  },
  {
    name: 'a handshake record of nothing',
    code: 'empty-handshake-fragment',
    by: 'client',
    level: 'handshake',
    tamper: () => replace('server', 'EncryptedExtensions', (sent) => [{ ...sent, content: zeros(0) }]),
  },
  {
    name: 'a plaintext handshake record of nothing',
    code: 'empty-handshake-fragment',
    by: 'server',
    level: 'plaintext',
    tamper: () => replace('client', 'ClientHello', (sent) => [{ ...sent, content: zeros(0) }]),
  },
  {
    name: 'a second HelloRetryRequest',
    code: 'second-hello-retry-request',
    by: 'client',
    level: 'plaintext',
    options: retry,
    tamper: () => repeatRetry(),
  },
  {
    name: 'supported_versions twice',
    code: 'duplicate-extension',
    by: 'client',
    level: 'plaintext',
    tamper: () => rewrite('server', 'server_hello', (hello) => withExtensions(hello, add(versions))),
  },
  {
    name: 'server_name twice in the ClientHello',
    code: 'duplicate-extension',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) =>
        withExtensions(hello, add({ type: 'server_name', hostName: 'shop.example' })),
      ),
  },
  {
    name: 'signature_algorithms twice in the CertificateRequest',
    code: 'duplicate-extension',
    by: 'client',
    level: 'handshake',
    options: { server: { clientAuth: 'request' } },
    tamper: () =>
      rewrite('server', 'certificate_request', (request) =>
        withExtensions(request, (list) => [...list, ...list]),
      ),
  },
  {
    name: 'key_share in EncryptedExtensions',
    code: 'misplaced-extension',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      rewrite('server', 'encrypted_extensions', (message) =>
        withExtensions(message, add({ type: 'unknown', code: 51, data: zeros(2) })),
      ),
  },
  {
    name: 'oid_filters in a ClientHello',
    code: 'misplaced-extension',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) =>
        withExtensions(hello, (list) => [{ type: 'unknown', code: 48, data: zeros(2) }, ...list]),
      ),
  },
  {
    name: 'a cookie in a CertificateRequest',
    code: 'misplaced-extension',
    by: 'client',
    level: 'handshake',
    options: { server: { clientAuth: 'request' } },
    tamper: () =>
      rewrite('server', 'certificate_request', (request) =>
        withExtensions(request, add({ type: 'unknown', code: 44, data: zeros(3) })),
      ),
  },
  {
    name: 'an extension nobody asked for',
    code: 'unsolicited-extension',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      rewrite('server', 'encrypted_extensions', (message) =>
        withExtensions(message, add({ type: 'unknown', code: 0xabcd, data: zeros(0) })),
      ),
  },
  {
    name: 'a stapled response nobody asked for',
    code: 'unsolicited-extension',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      rewrite('server', 'certificate', (message) => ({
        ...message,
        entries: message.entries.map((entry) => ({
          ...entry,
          extensions: [{ type: 'unknown', code: 5, data: zeros(0) }],
        })),
      })),
  },
  {
    name: 'no signature_algorithms',
    code: 'missing-extension',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) => withExtensions(hello, drop('signature_algorithms'))),
  },
  {
    name: 'no supported_groups',
    code: 'missing-extension',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) => withExtensions(hello, drop('supported_groups'))),
  },
  {
    name: 'no key_share in the ClientHello',
    code: 'missing-extension',
    by: 'server',
    level: 'plaintext',
    tamper: () => rewrite('client', 'client_hello', (hello) => withExtensions(hello, drop('key_share'))),
  },
  {
    name: 'no key_share in the ServerHello',
    code: 'missing-extension',
    by: 'client',
    level: 'plaintext',
    tamper: () => rewrite('server', 'server_hello', (hello) => withExtensions(hello, drop('key_share'))),
  },
  {
    name: 'no signature_algorithms in the CertificateRequest',
    code: 'missing-extension',
    by: 'client',
    level: 'handshake',
    options: { server: { clientAuth: 'request' } },
    tamper: () => rewrite('server', 'certificate_request', (request) => ({ ...request, extensions: [] })),
  },
  {
    name: 'pre_shared_key in front',
    code: 'pre-shared-key-not-last',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) => withExtensions(hello, (list) => [unknownPsk, ...list])),
  },
  {
    name: 'two identities, one binder',
    code: 'psk-binders-missing',
    by: 'server',
    level: 'plaintext',
    options: shared,
    tamper: () =>
      rewrite('client', 'client_hello', (hello) =>
        withExtensions(hello, (list) =>
          list.map((one) =>
            one.type === 'pre_shared_key'
              ? { ...one, identities: [...one.identities, ...one.identities] }
              : one,
          ),
        ),
      ),
  },
  {
    name: 'a PSK that was not offered',
    code: 'inconsistent-psk',
    by: 'client',
    level: 'plaintext',
    options: shared,
    tamper: () =>
      rewrite('server', 'server_hello', (hello) =>
        withExtensions(hello, (list) => [
          ...drop('pre_shared_key_selected')(list),
          { type: 'pre_shared_key_selected', selectedIdentity: 1 },
        ]),
      ),
  },
  {
    name: 'a PSK of another hash than the suite',
    code: 'inconsistent-psk',
    by: 'client',
    level: 'plaintext',
    options: shared,
    tamper: () => rewrite('server', 'server_hello', (hello) => ({ ...hello, cipherSuite: 0x1302 })),
  },
  {
    name: 'a PSK without the key exchange that was asked for',
    code: 'inconsistent-psk',
    by: 'client',
    level: 'plaintext',
    options: shared,
    tamper: () => rewrite('server', 'server_hello', (hello) => withExtensions(hello, drop('key_share'))),
  },
  {
    name: 'a key share where psk_ke alone was offered',
    code: 'inconsistent-psk',
    by: 'client',
    level: 'plaintext',
    options: { ...shared, client: { pskModes: [0], psk: device } },
    tamper: () =>
      rewrite('server', 'server_hello', (hello) =>
        withExtensions(hello, (list) => [
          ...list,
          { type: 'key_share', shares: [{ group: 0x001d, keyExchange: zeros(32) }] },
        ]),
      ),
  },
  {
    name: 'another protocol than that of the early data taken',
    code: 'inconsistent-early-data',
    by: 'client',
    level: 'early',
    options: returning,
    tamper: () => withProtocol('h2'),
  },
  {
    name: 'early data beyond the limit of the ticket',
    code: 'too-much-early-data',
    by: 'server',
    level: 'application',
    options: returning,
    tamper: () =>
      replace('client', 'ApplicationData', (sent) => [
        { ...sent, content: zeros(900) },
        { ...sent, content: zeros(900) },
      ]),
  },
  {
    name: 'EndOfEarlyData without early data',
    code: 'unexpected-message',
    by: 'server',
    level: 'application',
    tamper: () => rewrite('client', 'finished', () => ({ type: 'end_of_early_data' })),
  },
  {
    name: 'Finished where early data should end first',
    code: 'unexpected-message',
    by: 'server',
    level: 'application',
    options: returning,
    tamper: () => rewrite('client', 'end_of_early_data', () => ({ type: 'finished', verifyData: zeros(32) })),
  },
  {
    name: 'a CertificateRequest after the handshake, which was not offered',
    code: 'unexpected-message',
    by: 'client',
    level: 'application',
    options: { client: { postHandshakeAuth: false } },
    after: async (pair) => {
      const request = { type: 'certificate_request', context: zeros(1), extensions: [] } as const;
      const { bytes } = encodeHandshake(request);
      pair.tamper = replace('server', 'KeyUpdate', () => [handshakePiece('application', bytes)]);
      await pair.server.updateKeys(false);
    },
  },
  {
    name: 'the answer to another CertificateRequest',
    code: 'unsolicited-certificate-context',
    by: 'server',
    level: 'application',
    options: { client: { postHandshakeAuth: true } },
    tamper: () => rewrite('client', 'certificate', (message) => ({ ...message, context: zeros(3) })),
    after: (pair) => pair.server.requestCertificate(),
  },
  {
    name: 'data in the middle of a late answer',
    code: 'unexpected-message',
    by: 'server',
    level: 'application',
    options: { client: { postHandshakeAuth: true } },
    tamper: () =>
      replace('client', 'Finished', (sent) =>
        sent.level === 'application'
          ? [{ ...sent, contentType: contentTypes.application_data, content: utf8('data') }]
          : [sent],
      ),
    after: (pair) => pair.server.requestCertificate(),
  },
  {
    name: 'a KeyUpdate in the middle of a late answer',
    code: 'unexpected-message',
    by: 'server',
    level: 'application',
    options: { client: { postHandshakeAuth: true } },
    tamper: () =>
      replace('client', 'Finished', (sent) =>
        sent.level === 'application' ? [{ ...sent, content: Uint8Array.of(24, 0, 0, 1, 0) }] : [sent],
      ),
    after: (pair) => pair.server.requestCertificate(),
  },
  {
    name: 'a CertificateRequest after an external PSK',
    code: 'unexpected-message',
    by: 'client',
    level: 'application',
    options: { ...shared, client: { ...shared?.client, postHandshakeAuth: true } },
    after: async (pair) => {
      const request = { type: 'certificate_request', context: zeros(1), extensions: [] } as const;
      const { bytes } = encodeHandshake(request);
      pair.tamper = replace('server', 'KeyUpdate', () => [handshakePiece('application', bytes)]);
      await pair.server.updateKeys(false);
    },
  },
  {
    name: 'a late answer with a wrong MAC',
    code: 'bad-finished',
    by: 'server',
    level: 'application',
    options: { client: { postHandshakeAuth: true } },
    tamper: () =>
      replace('client', 'Finished', (sent) =>
        sent.level === 'application' ? [{ ...sent, content: flipped(sent.content) }] : [sent],
      ),
    after: (pair) => pair.server.requestCertificate(),
  },
  {
    name: 'a ticket with an extension that belongs elsewhere',
    code: 'misplaced-extension',
    by: 'client',
    level: 'application',
    options: returning,
    tamper: () =>
      rewrite('server', 'new_session_ticket', (ticket) =>
        withExtensions(ticket, add({ type: 'cookie', cookie: zeros(1) })),
      ),
  },
  {
    name: 'a binder with one bit changed',
    code: 'bad-binder',
    by: 'server',
    level: 'plaintext',
    options: shared,
    tamper: () => replace('client', 'ClientHello', (sent) => [{ ...sent, content: flipped(sent.content) }]),
  },
  {
    name: 'a hello with a binder, and one bit of its random changed',
    code: 'bad-binder',
    by: 'server',
    level: 'plaintext',
    options: shared,
    tamper: () =>
      replace('client', 'ClientHello', (sent) => [{ ...sent, content: flipped(sent.content, 10) }]),
  },
  {
    name: 'legacy_version 0x0302',
    code: 'illegal-legacy-version',
    by: 'client',
    level: 'plaintext',
    tamper: () => rewrite('server', 'server_hello', (hello) => ({ ...hello, legacyVersion: 0x0302 })),
  },
  {
    name: 'a compressing server',
    code: 'illegal-compression-method',
    by: 'client',
    level: 'plaintext',
    tamper: () => rewrite('server', 'server_hello', (hello) => ({ ...hello, legacyCompressionMethod: 1 })),
  },
  {
    name: 'a compressing client',
    code: 'illegal-compression-method',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) => ({ ...hello, legacyCompressionMethods: [1, 0] })),
  },
  {
    name: 'another session id comes back',
    code: 'session-id-mismatch',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      rewrite('server', 'server_hello', (hello) => ({
        ...hello,
        legacySessionIdEcho: flipped(hello.legacySessionIdEcho),
      })),
  },
  {
    name: 'the server chooses version 0x0305',
    code: 'unoffered-version',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      rewrite('server', 'server_hello', (hello) =>
        withExtensions(hello, (list) => [
          { type: 'supported_versions', versions: [0x0305] },
          ...drop('supported_versions')(list),
        ]),
      ),
  },
  {
    name: 'the server chooses a suite that was not offered',
    code: 'unoffered-cipher-suite',
    by: 'client',
    level: 'plaintext',
    tamper: () => rewrite('server', 'server_hello', (hello) => ({ ...hello, cipherSuite: 0x1304 })),
  },
  {
    name: 'the server chooses a suite that the client knows but did not offer',
    code: 'unoffered-cipher-suite',
    by: 'client',
    level: 'plaintext',
    options: { client: { suites: [0x1301] } },
    tamper: () => rewrite('server', 'server_hello', (hello) => ({ ...hello, cipherSuite: 0x1303 })),
  },
  {
    name: 'ServerHello names another suite than HelloRetryRequest',
    code: 'cipher-suite-changed',
    by: 'client',
    level: 'plaintext',
    options: retry,
    tamper: () => rewrite('server', 'server_hello', (hello) => ({ ...hello, cipherSuite: 0x1303 })),
  },
  {
    name: 'HelloRetryRequest asks for a group that was not offered',
    code: 'unoffered-group',
    by: 'client',
    level: 'plaintext',
    options: retry,
    tamper: () =>
      rewrite('server', 'hello_retry_request', (request) => ({
        ...request,
        extensions: [versions, { type: 'key_share_retry', selectedGroup: 0x0018 }],
      })),
  },
  {
    name: 'a share for a group that is not in supported_groups',
    code: 'unoffered-group',
    by: 'server',
    level: 'plaintext',
    options: { client: quiet },
    tamper: () =>
      rewrite('client', 'client_hello', (hello) =>
        withExtensions(hello, (list) =>
          list.map((one) => (one.type === 'supported_groups' ? { ...one, groups: [0x0017] } : one)),
        ),
      ),
  },
  {
    name: 'ServerHello carries a share of another group',
    code: 'unoffered-key-share',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      rewrite('server', 'server_hello', (hello) =>
        withExtensions(hello, (list) =>
          list.map((one) =>
            one.type === 'key_share'
              ? { ...one, shares: one.shares.map((share) => ({ ...share, group: 0x0017 })) }
              : one,
          ),
        ),
      ),
  },
  {
    name: 'the second ClientHello does not carry the share that was asked for',
    code: 'unoffered-key-share',
    by: 'server',
    level: 'plaintext',
    options: { ...retry, client: { keyShares: [], ...quiet } },
    tamper: () =>
      rewrite(
        'client',
        'client_hello',
        (hello) =>
          withExtensions(hello, (list) =>
            list.map((one) => (one.type === 'key_share' ? { ...one, shares: [] } : one)),
          ),
        2,
      ),
  },
  {
    name: 'two shares of one group',
    code: 'duplicate-key-share',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) =>
        withExtensions(hello, (list) =>
          list.map((one) =>
            one.type === 'key_share' ? { ...one, shares: [...one.shares, ...one.shares] } : one,
          ),
        ),
      ),
  },
  {
    name: 'shares in another order than the groups',
    code: 'key-share-out-of-order',
    by: 'server',
    level: 'plaintext',
    options: { client: { ...quiet, keyShares: [0x001d, 0x0017] } },
    tamper: () =>
      rewrite('client', 'client_hello', (hello) =>
        withExtensions(hello, (list) =>
          list.map((one) => (one.type === 'key_share' ? { ...one, shares: one.shares.toReversed() } : one)),
        ),
      ),
  },
  {
    name: 'an all-zero X25519 share from the server',
    code: 'invalid-key-share',
    by: 'client',
    level: 'plaintext',
    tamper: () => rewrite('server', 'server_hello', (hello) => serverShare(hello, zeros(32))),
  },
  {
    name: 'a server share that is too short',
    code: 'invalid-key-share',
    by: 'client',
    level: 'plaintext',
    tamper: () => rewrite('server', 'server_hello', (hello) => serverShare(hello, zeros(31))),
  },
  {
    name: 'a point that is not on the curve',
    code: 'invalid-key-share',
    by: 'server',
    level: 'plaintext',
    options: { client: { ...quiet, groups: [0x0017], keyShares: [0x0017] } },
    tamper: () =>
      rewrite('client', 'client_hello', (hello) =>
        withExtensions(hello, (list) =>
          list.map((one) =>
            one.type === 'key_share'
              ? {
                  ...one,
                  shares: one.shares.map((share) => ({ ...share, keyExchange: flipped(share.keyExchange) })),
                }
              : one,
          ),
        ),
      ),
  },
  {
    name: 'HelloRetryRequest that asks for nothing',
    code: 'useless-hello-retry-request',
    by: 'client',
    level: 'plaintext',
    options: retry,
    tamper: () =>
      rewrite('server', 'hello_retry_request', (request) => ({ ...request, extensions: [versions] })),
  },
  {
    name: 'HelloRetryRequest for a share that was there',
    code: 'useless-hello-retry-request',
    by: 'client',
    level: 'plaintext',
    options: retry,
    tamper: () =>
      rewrite('server', 'hello_retry_request', (request) => ({
        ...request,
        extensions: [versions, { type: 'key_share_retry', selectedGroup: 0x001d }],
      })),
  },
  {
    name: 'the second ClientHello has another random',
    code: 'changed-client-hello',
    by: 'server',
    level: 'plaintext',
    options: retry,
    tamper: () =>
      rewrite('client', 'client_hello', (hello) => ({ ...hello, random: flipped(hello.random) }), 2),
  },
  {
    name: 'the second ClientHello offers other protocols',
    code: 'changed-client-hello',
    by: 'server',
    level: 'plaintext',
    options: retry,
    tamper: () =>
      rewrite(
        'client',
        'client_hello',
        (hello) =>
          withExtensions(hello, (list) =>
            list.map((one) =>
              one.type === 'application_layer_protocol_negotiation'
                ? { ...one, protocols: ['http/1.1'] }
                : one,
            ),
          ),
        2,
      ),
  },
  {
    name: 'other shares although only a cookie was asked for',
    code: 'changed-client-hello',
    by: 'server',
    level: 'plaintext',
    options: { server: { cookie: true }, client: quiet },
    tamper: () =>
      rewrite(
        'client',
        'client_hello',
        (hello) =>
          withExtensions(hello, (list) =>
            list.map((one) => (one.type === 'key_share' ? { ...one, shares: [] } : one)),
          ),
        2,
      ),
  },
  {
    name: 'another cookie comes back',
    code: 'wrong-cookie',
    by: 'server',
    level: 'plaintext',
    options: { server: { cookie: true } },
    tamper: () =>
      rewrite(
        'client',
        'client_hello',
        (hello) =>
          withExtensions(hello, (list) =>
            list.map((one) => (one.type === 'cookie' ? { ...one, cookie: flipped(one.cookie) } : one)),
          ),
        2,
      ),
  },
  {
    name: 'no cookie comes back',
    code: 'wrong-cookie',
    by: 'server',
    level: 'plaintext',
    options: { server: { cookie: true } },
    tamper: () => rewrite('client', 'client_hello', (hello) => withExtensions(hello, drop('cookie')), 2),
  },
  {
    name: 'the server chooses a protocol that was not offered',
    code: 'unoffered-protocol',
    by: 'client',
    level: 'handshake',
    tamper: () => withProtocol('spdy/1'),
  },
  {
    name: 'a server certificate with a context',
    code: 'unsolicited-certificate-context',
    by: 'client',
    level: 'handshake',
    tamper: () => rewrite('server', 'certificate', (message) => ({ ...message, context: zeros(1) })),
  },
  {
    name: 'a CertificateRequest with a context',
    code: 'unsolicited-certificate-context',
    by: 'client',
    level: 'handshake',
    options: { server: { clientAuth: 'request' } },
    tamper: () => rewrite('server', 'certificate_request', (message) => ({ ...message, context: zeros(1) })),
  },
  {
    name: 'a client certificate with another context',
    code: 'unsolicited-certificate-context',
    by: 'server',
    level: 'application',
    options: { server: { clientAuth: 'request' } },
    tamper: () => rewrite('client', 'certificate', (message) => ({ ...message, context: zeros(1) })),
  },
  {
    name: 'a server without a certificate',
    code: 'empty-server-certificate',
    by: 'client',
    level: 'handshake',
    tamper: () => rewrite('server', 'certificate', (message) => ({ ...message, entries: [] })),
  },
  {
    name: 'signed with rsa_pkcs1_sha256',
    code: 'unoffered-signature-scheme',
    by: 'client',
    level: 'handshake',
    tamper: () => rewrite('server', 'certificate_verify', (message) => ({ ...message, scheme: 0x0401 })),
  },
  {
    name: 'an RSA scheme with an EC certificate',
    code: 'scheme-does-not-fit-key',
    by: 'client',
    level: 'handshake',
    tamper: () => rewrite('server', 'certificate_verify', (message) => ({ ...message, scheme: 0x0804 })),
  },
  {
    name: 'KeyUpdate without end',
    code: 'key-update-flood',
    by: 'server',
    level: 'application',
    after: async (pair) => {
      for (let i = 0; i < 17; i++) await pair.client.updateKeys(false);
    },
  },

  // --- Honest, but nothing in common.
  {
    name: 'a client of TLS 1.2',
    code: 'no-common-version',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      rewrite('client', 'client_hello', (hello) => withExtensions(hello, drop('supported_versions'))),
  },
  {
    name: 'a ClientHello without extensions',
    code: 'no-common-version',
    by: 'server',
    level: 'plaintext',
    tamper: () => rewrite('client', 'client_hello', (hello) => ({ ...hello, extensions: null })),
  },
  {
    name: 'a server of TLS 1.2',
    code: 'no-common-version',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      rewrite('server', 'server_hello', (hello) => withExtensions(hello, drop('supported_versions'))),
  },
  {
    name: 'no suite in common',
    code: 'no-common-cipher-suite',
    by: 'server',
    level: 'plaintext',
    options: { client: { suites: [0x1301] }, server: { suites: [0x1302] } },
  },
  {
    name: 'no group in common',
    code: 'no-common-group',
    by: 'server',
    level: 'plaintext',
    options: { server: { groups: [0x0018] } },
  },
  {
    name: 'no scheme for the certificate',
    code: 'no-common-signature-scheme',
    by: 'server',
    level: 'plaintext',
    options: { credential: 'rsa', client: { signatureSchemes: [0x0403] } },
  },
  {
    name: 'no protocol in common',
    code: 'no-common-protocol',
    by: 'server',
    level: 'plaintext',
    options: { server: { alpn: ['spdy/1'] } },
  },
  {
    name: 'no client certificate although required',
    code: 'certificate-required',
    by: 'server',
    level: 'application',
    options: { server: { clientAuth: 'require' } },
  },

  // --- Authentication of a record, a signature, a MAC.
  {
    name: 'a record that does not authenticate',
    code: 'bad-record-mac',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'EncryptedExtensions', (sent) => [
        { ...sent, raw: encodeRecord(23, 0x0303, zeros(40)) },
      ]),
  },
  {
    name: 'a record shorter than its tag',
    code: 'bad-record-mac',
    by: 'server',
    level: 'application',
    tamper: () =>
      replace('client', 'Finished', (sent) => [{ ...sent, raw: encodeRecord(23, 0x0303, zeros(3)) }]),
  },
  {
    name: 'a changed ServerHello.random',
    code: 'bad-record-mac',
    by: 'client',
    level: 'handshake',
    tamper: () => rewrite('server', 'server_hello', (hello) => ({ ...hello, random: flipped(hello.random) })),
  },
  {
    name: 'a server signature with a bit turned',
    code: 'bad-certificate-verify',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      rewrite('server', 'certificate_verify', (message) => ({
        ...message,
        signature: flipped(message.signature),
      })),
  },
  {
    name: 'a client signature with a bit turned',
    code: 'bad-certificate-verify',
    by: 'server',
    level: 'application',
    options: { server: { clientAuth: 'require' }, client: { credential: credentialOf('client') } },
    tamper: () =>
      rewrite('client', 'certificate_verify', (message) => ({
        ...message,
        signature: flipped(message.signature),
      })),
  },
  {
    name: 'EncryptedExtensions changed on the way',
    code: 'bad-certificate-verify',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      rewrite('server', 'encrypted_extensions', (message) =>
        withExtensions(message, drop('supported_groups')),
      ),
  },
  {
    name: 'a server MAC with a bit turned',
    code: 'bad-finished',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      rewrite('server', 'finished', (message) => ({ ...message, verifyData: flipped(message.verifyData) })),
  },
  {
    name: 'a client MAC with a bit turned',
    code: 'bad-finished',
    by: 'server',
    level: 'application',
    tamper: () =>
      rewrite('client', 'finished', (message) => ({ ...message, verifyData: flipped(message.verifyData) })),
  },
  {
    name: 'a MAC of another length',
    code: 'malformed',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      rewrite('server', 'finished', (message) => ({
        ...message,
        verifyData: message.verifyData.slice(0, 31),
      })),
  },

  // --- No message of the protocol.
  {
    name: 'bytes behind the end of EncryptedExtensions',
    code: 'malformed',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'EncryptedExtensions', () => [
        handshakePiece('handshake', Uint8Array.of(8, 0, 0, 3, 0, 0, 0)),
      ]),
  },
  {
    name: 'a truncated ClientHello',
    code: 'malformed',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      replace('client', 'ClientHello', () => [handshakePiece('plaintext', Uint8Array.of(1, 0, 0, 2, 3, 3))]),
  },
  {
    name: 'an alert of three bytes',
    code: 'malformed',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'EncryptedExtensions', (sent) => [
        { ...sent, contentType: contentTypes.alert, content: Uint8Array.of(2, 40, 0) },
      ]),
  },
  {
    name: 'a KeyUpdate that asks for 2',
    code: 'illegal-value',
    by: 'server',
    level: 'application',
    tamper: () =>
      replace('client', 'KeyUpdate', () => [handshakePiece('application', Uint8Array.of(24, 0, 0, 1, 2))]),
    after: (pair) => pair.client.updateKeys(false),
  },
  {
    name: 'a plaintext record that is too long',
    code: 'record-overflow',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      replace('client', 'ClientHello', (sent) => [{ ...sent, raw: Uint8Array.of(22, 3, 3, 0x40, 1) }]),
  },
  {
    name: 'a protected record that is too long',
    code: 'record-overflow',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'EncryptedExtensions', (sent) => [
        { ...sent, raw: Uint8Array.of(23, 3, 3, 0x41, 1) },
      ]),
  },
  {
    name: 'a message of 16 MB',
    code: 'oversized-message',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'Certificate', () => [
        handshakePiece('handshake', Uint8Array.of(11, 0xff, 0xff, 0xff)),
      ]),
  },
  {
    name: 'a protected record of zeros',
    code: 'no-content-type',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'EncryptedExtensions', (sent) => [{ ...sent, contentType: 0, content: zeros(8) }]),
  },
  {
    name: 'a handshake type nobody knows',
    code: 'unknown-handshake-type',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      replace('server', 'EncryptedExtensions', () => [
        handshakePiece('handshake', Uint8Array.of(99, 0, 0, 0)),
      ]),
  },
  {
    name: 'a web server without TLS',
    code: 'not-tls',
    by: 'client',
    level: 'plaintext',
    tamper: () =>
      replace('server', 'ServerHello', (sent) => [
        { ...sent, raw: utf8('HTTP/1.1 400 Bad Request\r\n\r\n') },
      ]),
  },
  {
    name: 'a browser without TLS',
    code: 'not-tls',
    by: 'server',
    level: 'plaintext',
    tamper: () =>
      replace('client', 'ClientHello', (sent) => [{ ...sent, raw: utf8('GET / HTTP/1.1\r\n\r\n') }]),
  },
  {
    name: 'a certificate that is none',
    code: 'malformed-certificate',
    by: 'client',
    level: 'handshake',
    tamper: () =>
      rewrite('server', 'certificate', (message) => ({
        ...message,
        entries: [{ certData: Uint8Array.of(0x30, 0), extensions: [] }],
      })),
  },
];

it('provokes every fault there is', () => {
  const old: readonly string[] = tls12FaultCodes;
  expect([...new Set(cases.map(({ code }) => code))].toSorted()).toEqual(
    Object.keys(faults)
      .filter((code) => !old.includes(code))
      .toSorted(),
  );
});

describe.each(cases)('$code: $name', ({ code, by, level, options, tamper, after }) => {
  it(`ends in ${faults[code][1]} under ${level} keys`, async () => {
    const pair = new Pair({ provider, ...options, ...(tamper && { tamper: tamper() }) });
    await pair.handshake();
    if (after !== undefined) {
      expect([pair.client.state.state, pair.server.state.state]).toEqual(['connected', 'connected']);
      await after(pair);
      await pair.settle();
    }
    await expectFailure(pair, by, code, faults[code][1], level);
    expect(pair[by].state).toMatchObject({ error: { fault: faults[code][0] } });
  });
});

describe('chains that are not acceptable', () => {
  const clientAuth = {
    server: { clientAuth: 'require', clientTrust: { ...clientTrust, store: [] } },
    client: { credential: credentialOf('client') },
  } as const;
  it.each<[string, string, AlertName, Side, Level, Case['options']]>([
    [
      'nothing trusted',
      'issuer-not-found',
      'unknown_ca',
      'client',
      'handshake',
      { client: { trust: { ...serverTrust, store: [] } } },
    ],
    [
      'too late',
      'expired',
      'certificate_expired',
      'client',
      'handshake',
      { client: { trust: { ...serverTrust, at: validAt + 1e13 } } },
    ],
    [
      'another host',
      'name-mismatch',
      'bad_certificate',
      'client',
      'handshake',
      { client: { trust: { ...serverTrust, name: { type: 'dns', value: 'bank.example' } } } },
    ],
    [
      'a client certificate at a server',
      'wrong-purpose',
      'unsupported_certificate',
      'client',
      'handshake',
      { credential: 'client', client: { trust: { ...serverTrust, name: { type: 'dns', value: 'client' } } } },
    ],
    [
      'a client that nobody vouches for',
      'issuer-not-found',
      'unknown_ca',
      'server',
      'application',
      clientAuth,
    ],
  ])('%s', async (_, code, alert, by, level, options) => {
    const pair = await new Pair({ provider, ...options }).handshake();
    await expectFailure(pair, by, code, alert, level);
    expect(pair[by].state).toMatchObject({ error: { fault: 'bad-certificate' } });
  });
});

async function returningClient(): Promise<NonNullable<Case['options']>> {
  const tickets = {
    vault: createTicketVault((length) => provider.random(length)),
    count: 1,
    lifetime: 7200,
    earlyData: 'accept',
    maxEarlyData: 1000,
    // The same hello must be good for more than one case.
    antiReplay: 'off',
  } as const;
  const server = { psk: { modes: [1], external: [], tickets, clock: () => validAt } };
  const first = await new Pair({ provider, client: { pskModes: [1] }, server }).handshake();
  const { state } = first.client;
  const psk = state.state === 'connected' && state.version === 0x0304 ? state.sessions[0] : undefined;
  if (psk === undefined) throw new Error('no ticket came');
  return { client: { pskModes: [1], psk, earlyData: utf8('GET /') }, server };
}

async function expectFailure(
  pair: Pair,
  by: Side,
  code: string,
  alert: AlertName,
  level: Level,
): Promise<void> {
  const other = by === 'client' ? 'server' : 'client';
  expect(pair[by].state).toMatchObject({ state: 'failed', error: { code, alert } });
  expect(pair.alertOf(by)).toEqual({ level, description: alertCodes[alert] });
  // Where a ServerHello was changed the two have different keys, and only a plaintext alert can be read.
  const heard = pair[other].state;
  const received = { state: 'failed', error: { fault: 'peer-alerted', code: `received-${alert}` } };
  if (heard.state === 'failed' && heard.error.code === 'bad-record-mac' && level === 'handshake') return;
  expect(heard).toMatchObject(received);
  // What comes after the end is not even looked at.
  const events = pair.events[by].length;
  await pair[by].receive(utf8('anything'));
  expect(pair.events[by]).toHaveLength(events);
}

function serverShare<M extends { readonly extensions: readonly Extension[] | null }>(
  hello: M,
  keyExchange: Bytes,
): M {
  return withExtensions(hello, (list) =>
    list.map((one) =>
      one.type === 'key_share'
        ? { ...one, shares: one.shares.map((share) => ({ ...share, keyExchange })) }
        : one,
    ),
  );
}

/** The ServerHello behind a retry becomes the HelloRetryRequest once more. */
/** EncryptedExtensions with another protocol chosen by ALPN. */
function withProtocol(protocol: string): Tamper {
  return rewrite('server', 'encrypted_extensions', (message) =>
    withExtensions(message, (list) =>
      list.map((one) =>
        one.type === 'application_layer_protocol_negotiation' ? { ...one, protocols: [protocol] } : one,
      ),
    ),
  );
}

function repeatRetry(): Tamper {
  let request: Bytes | undefined;
  return both(
    replace('server', 'HelloRetryRequest', (sent) => {
      request = sent.content;
      return [sent];
    }),
    replace('server', 'ServerHello', (sent) => [{ ...sent, content: request ?? sent.content }]),
  );
}

/** Sends a KeyUpdate that arrives as an empty message of another type. */
async function inject(
  pair: Pair,
  from: Side,
  message: { readonly type: 'client_hello' | 'new_session_ticket' },
): Promise<void> {
  const ticket = Uint8Array.of(4, 0, 0, 14, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 7, 0, 0);
  const hello = pair.events.client.find(
    (event) => event.type === 'message' && event.message === 'ClientHello',
  );
  const content = message.type === 'client_hello' && hello?.type === 'message' ? hello.content : ticket;
  pair.tamper = replace(from, 'KeyUpdate', () => [handshakePiece('application', content)]);
  await pair[from].updateKeys(false);
}
