/** The messages behind the hellos: server parameters, authentication, post-handshake. RFC 9846 §4.4 to §4.7. */
import type { Description } from '../../bytes/codec.ts';
import { spec } from '../../bytes/spec.ts';
import { certificateField } from '../../x509/certificate.ts';
import { schemeName } from '../registry/names.ts';
import { extensionBlock } from './extensions.ts';
import type {
  CertificateMessage,
  CertificateRequest,
  CertificateVerify,
  EncryptedExtensions,
  Finished,
  KeyUpdate,
  NewSessionTicket,
} from './model.ts';
import { say } from '../../bytes/say.ts';

export const encryptedExtensions: Description<EncryptedExtensions> = (c, m) => ({
  type: 'encrypted_extensions',
  extensions: extensionBlock(c, 'encrypted_extensions', m?.extensions),
});

export const certificateRequest: Description<CertificateRequest> = (c, m) => ({
  type: 'certificate_request',
  context: c.opaqueVector('certificate_request_context', 1, {}, m?.context, { spec: spec(9846, '4.4.2') }),
  extensions: extensionBlock(c, 'certificate_request', m?.extensions),
});

export const certificate: Description<CertificateMessage> = (c, m) => ({
  type: 'certificate',
  context: c.opaqueVector('certificate_request_context', 1, {}, m?.context, { spec: certificateSpec }),
  entries: c.vector(
    'certificate_list',
    3,
    {},
    (list) =>
      list.list(m?.entries, (item, entry, index) =>
        item.struct(
          `[${index}]`,
          (fields) => ({
            // The tree of the certificate itself stands inside: its offsets are those of this message.
            certData: fields.vector(
              'cert_data',
              3,
              { min: 1 },
              (data) => data.graft('Certificate', entry?.certData, certificateField),
              { spec: certificateSpec },
            ),
            extensions: extensionBlock(fields, 'certificate', entry?.extensions),
          }),
          { type: 'CertificateEntry', spec: certificateSpec },
        ),
      ),
    { spec: certificateSpec },
  ),
});

export const certificateVerify: Description<CertificateVerify> = (c, m) => ({
  type: 'certificate_verify',
  scheme: c.u16('algorithm', m?.scheme, { registry: schemeName, spec: spec(9846, '4.5.2') }),
  signature: c.opaqueVector('signature', 2, {}, m?.signature, { spec: spec(9846, '4.5.2') }),
});

/** `opaque verify_data[Hash.length]`: only who knows the suite can tell whether the length is right. */
export const finished: Description<Finished> = (c, m) => ({
  type: 'finished',
  verifyData: c.rest('verify_data', m?.verifyData, { spec: spec(9846, '4.5.3') }),
});

export const newSessionTicket: Description<NewSessionTicket> = (c, m) => ({
  type: 'new_session_ticket',
  lifetime: c.u32('ticket_lifetime', m?.lifetime, { spec: ticketSpec }),
  ageAdd: c.u32('ticket_age_add', m?.ageAdd, { spec: ticketSpec }),
  nonce: c.opaqueVector('ticket_nonce', 1, {}, m?.nonce, { spec: ticketSpec }),
  ticket: c.opaqueVector('ticket', 2, { min: 1 }, m?.ticket, { spec: ticketSpec }),
  extensions: extensionBlock(c, 'new_session_ticket', m?.extensions, 0xfffe),
});

/** `enum { update_not_requested(0), update_requested(1), (255) } KeyUpdateRequest`. */
export const keyUpdate: Description<KeyUpdate> = (c, m) => {
  const request = c.u8('request_update', m && Number(m.updateRequested), {
    registry: (code) => ['update_not_requested', 'update_requested'][code],
    spec: keyUpdateSpec,
  });
  if (request > 1)
    c.fail('bad-value', 'request_update', say('{} is neither 0 nor 1', request), keyUpdateSpec);
  return { type: 'key_update', updateRequested: request === 1 };
};

const certificateSpec = spec(9846, '4.5.1');
const ticketSpec = spec(9846, '4.7.1');
const keyUpdateSpec = spec(9846, '4.7.3');
