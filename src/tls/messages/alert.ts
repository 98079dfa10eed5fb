/** Alert (RFC 9846 §6) and ChangeCipherSpec (§5, §E.4): the two short messages that are no handshake messages. */
import { decodeWith, encode, type Description } from '../../bytes/codec.ts';
import type { Encoded } from '../../bytes/field.ts';
import type { Decoded } from '../../bytes/reader.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { alertName } from '../registry/alerts.ts';
import type { AlertMessage } from './model.ts';

export function encodeAlert(alert: AlertMessage): Encoded {
  return encode('Alert', alertFields, alert, { spec: spec(9846, '6') });
}

/** Exactly two bytes. Any level and description decode; what they mean to the connection is the engine's to judge. */
export function decodeAlert(bytes: Bytes): Decoded<AlertMessage> {
  return decodeWith('Alert', alertFields, bytes, { spec: spec(9846, '6') });
}

/** The single byte 0x01 that middlebox compatibility mode sends. */
export function encodeChangeCipherSpec(): Encoded {
  return encode('ChangeCipherSpec', changeCipherSpec, 1, { spec: spec(9846, '5') });
}

/** The byte, whichever it is: RFC 9846 §5 answers anything but 0x01 with unexpected_message. */
export function decodeChangeCipherSpec(bytes: Bytes): Decoded<number> {
  return decodeWith('ChangeCipherSpec', changeCipherSpec, bytes, { spec: spec(9846, '5') });
}

const alertFields: Description<AlertMessage> = (c, alert) => ({
  level: c.u8('level', alert?.level, {
    registry: (code) => [undefined, 'warning', 'fatal'][code],
    spec: spec(9846, '6'),
  }),
  description: c.u8('description', alert?.description, { registry: alertName, spec: spec(9846, '6') }),
});

const changeCipherSpec: Description<number> = (c, type) =>
  c.u8('type', type, {
    registry: (code) => (code === 1 ? 'change_cipher_spec' : undefined),
    spec: spec(9846, '5'),
  });
