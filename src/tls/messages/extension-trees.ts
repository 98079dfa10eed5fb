/**
 * Trees of extensions that this engine does not model: it neither needs nor answers them, but real
 * peers send them, and no byte goes without a name. Bytes that do not fit the form stay opaque.
 */
import type { Field } from '../../bytes/field.ts';
import { decode, type Reader } from '../../bytes/reader.ts';
import { ocspField } from '../../x509/revocation/field.ts';
import { extensionCodes, extensionSpec } from '../registry/extensions.ts';
import { isGrease, schemeName } from '../registry/names.ts';
import type { ExtensionContext } from './extensions.ts';
import { say } from '../../bytes/say.ts';

/** The tree of extension_data without its length: a struct of the RFC that defines it, or one `opaque` leaf. */
export function extensionTree(code: number, context: ExtensionContext, data: Uint8Array): Field {
  const form = forms.find((each) => each.code === code && each.in.includes(context));
  const at = extensionSpec(code);
  if (form) {
    const decoded = decode(data, form.name, form.read, at ? { spec: at } : {});
    if (decoded.ok) return decoded.field;
  }
  const key = isGrease(code) ? 'GREASE.opaque' : 'unknown_extension.opaque';
  return {
    name: 'opaque',
    key,
    role: 'value',
    start: 0,
    end: data.length,
    value: { type: 'bytes' },
    ...(at && { spec: at }),
  };
}

interface Form {
  readonly code: number;
  readonly in: readonly ExtensionContext[];
  /** Name of the struct. */
  readonly name: string;
  readonly read: (r: Reader) => unknown;
}

const forms: readonly Form[] = [
  {
    // RFC 6066 §4.
    code: extensionCodes.max_fragment_length,
    in: ['client_hello', 'encrypted_extensions'],
    name: 'MaxFragmentLength',
    read: (r) => r.u8('max_fragment_length', { name: (code) => ['2^9', '2^10', '2^11', '2^12'][code - 1] }),
  },
  {
    // RFC 6066 §8.
    code: extensionCodes.status_request,
    in: ['client_hello', 'certificate_request'],
    name: 'CertificateStatusRequest',
    read: (r) => {
      statusType(r);
      r.vector('responder_id_list', 2, {}, (list) =>
        list.list((item) => item.opaqueVector('ResponderID', 2, { min: 1 })),
      );
      r.opaqueVector('request_extensions', 2, {});
    },
  },
  {
    code: extensionCodes.status_request,
    in: ['certificate'],
    name: 'CertificateStatus',
    read: (r) => {
      statusType(r);
      r.vector('response', 3, { min: 1 }, (data) => data.graft('OCSPResponse', data.remaining, ocspField));
    },
  },
  {
    // RFC 6962 §3.3.
    code: extensionCodes.signed_certificate_timestamp,
    in: ['certificate'],
    name: 'SignedCertificateTimestampList',
    read: (r) =>
      r.vector('sct_list', 2, { min: 1 }, (list) =>
        list.list((item) => item.opaqueVector('SerializedSCT', 2, { min: 1 })),
      ),
  },
  {
    // RFC 8879 §3.
    code: extensionCodes.compress_certificate,
    in: ['client_hello', 'certificate_request'],
    name: 'CertificateCompressionAlgorithms',
    read: (r) =>
      r.vector('algorithms', 1, { min: 2, max: 254 }, (list) =>
        list.list((item) =>
          item.u16('CertificateCompressionAlgorithm', {
            name: (code) => [undefined, 'zlib', 'brotli', 'zstd'][code],
          }),
        ),
      ),
  },
  {
    // RFC 8449 §4.
    code: extensionCodes.record_size_limit,
    in: ['client_hello', 'encrypted_extensions'],
    name: 'RecordSizeLimit',
    read: (r) => r.u16('RecordSizeLimit'),
  },
  {
    // RFC 9345 §4.1.1.
    code: extensionCodes.delegated_credentials,
    in: ['client_hello'],
    name: 'SignatureSchemeList',
    read: (r) =>
      r.vector('supported_signature_algorithm', 2, { min: 2 }, (list) =>
        list.list((item) => item.u16('SignatureScheme', { name: schemeName })),
      ),
  },
];

function statusType(r: Reader): void {
  const type = r.u8('status_type', { name: (code) => (code === 1 ? 'ocsp' : undefined) });
  if (type !== 1) r.fail('bad-value', 'status_type', say('{} is not ocsp (1)', type));
}
