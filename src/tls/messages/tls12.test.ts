/** Messages of TLS 1.2: read(write(m)) = m with the same tree, whatever the key exchange. */
import '../tls12/parts.ts';
import { expect, it } from 'vitest';
import { fromHex, utf8 } from '../../bytes/hex.ts';
import { assertTiles } from '../../bytes/testing/tiles.ts';
import type { Bytes } from '../../crypto/port.ts';
import { exchangeParts } from '../registry/exchange.ts';
import type { KeyExchangeName } from '../registry/suite-parts.ts';
import { decodeHandshake, encodeHandshake } from './handshake.ts';
import type { HandshakeMessage } from './model.ts';

const counting = (length: number): Bytes => Uint8Array.from({ length }, (_, i) => i & 0xff);
const exchanges: readonly KeyExchangeName[] = [
  'RSA',
  'DHE',
  'ECDHE',
  'DH',
  'ECDH',
  'DH_anon',
  'ECDH_anon',
  'PSK',
  'DHE_PSK',
  'ECDHE_PSK',
  'RSA_PSK',
];

function messagesOf(keyExchange: KeyExchangeName): readonly HandshakeMessage[] {
  const { agreement, ephemeral, signed, psk } = exchangeParts(keyExchange);
  const params =
    agreement === 'ecdh'
      ? ({ kind: 'ecdhe', group: 0x001d, point: counting(32) } as const)
      : ({ kind: 'dhe', p: counting(256), g: Uint8Array.of(2), y: counting(256) } as const);
  return [
    { type: 'hello_request' },
    {
      type: 'server_key_exchange',
      keyExchange,
      pskIdentityHint: psk ? utf8('hint') : undefined,
      params: ephemeral ? params : undefined,
      signature: signed ? { scheme: 0x0403, signature: counting(70) } : undefined,
    },
    {
      type: 'client_key_exchange',
      keyExchange,
      pskIdentity: psk ? utf8('shop') : undefined,
      exchange: agreement === 'none' ? undefined : counting(65),
    },
    {
      type: 'tls12_certificate_request',
      certificateTypes: [1, 64],
      schemes: [0x0403, 0x0401],
      authorities: [fromHex('3000') as Bytes],
    },
    { type: 'server_hello_done' },
    { type: 'certificate', context: new Uint8Array(), entries: [{ certData: counting(40), extensions: [] }] },
    { type: 'certificate', context: new Uint8Array(), entries: [] },
    { type: 'certificate_verify', scheme: 0x0804, signature: counting(256) },
    { type: 'certificate_status', response: counting(20) },
    { type: 'tls12_new_session_ticket', lifetimeHint: 7_200, ticket: counting(100) },
    { type: 'finished', verifyData: counting(12) },
  ];
}

it.each(exchanges)(
  'every message of %s comes back, and cut anywhere it is an error and a tree',
  (keyExchange) => {
    const dialect = { version: 0x0303, keyExchange } as const;
    for (const message of messagesOf(keyExchange)) {
      const { bytes, field } = encodeHandshake(message, dialect);
      assertTiles(field, bytes.length);
      expect(decodeHandshake(bytes as Bytes, dialect)).toEqual({ ok: true, value: message, field });
      for (let length = 0; length < bytes.length; length++) {
        const cut = decodeHandshake(bytes.slice(0, length), dialect);
        expect(cut.ok).toBe(false);
        assertTiles(cut.field, length);
      }
    }
  },
);

it('the key exchange of another suite makes another message of the same bytes', () => {
  const ecdhe = messagesOf('ECDHE')[1];
  if (ecdhe === undefined) throw new Error('unreachable: it is the second one');
  const { bytes } = encodeHandshake(ecdhe, { version: 0x0303, keyExchange: 'ECDHE' });
  expect(decodeHandshake(bytes as Bytes, { version: 0x0303, keyExchange: 'PSK' }).ok).toBe(false);
});
