/**
 * Extension blocks, RFC 9846 §4.3, of every message that carries one.
 *
 * An extension is typed where model.ts types it and the message around it is one that RFC 9846 §4.3
 * lists for it. Everything else, GREASE (RFC 8701) included, survives as its bytes.
 */
import type { Codec, NumberMeta } from '../../bytes/codec.ts';
import { spec } from '../../bytes/spec.ts';
import {
  extensionCodes,
  extensionSpec,
  extensionTypeName,
  type ExtensionName,
} from '../registry/extensions.ts';
import { bodyOf, typeOf } from './extension-bodies.ts';
import type { Extension } from './model.ts';

/** The message an extension block stands in: the same code means different bodies in different places. */
export type ExtensionContext =
  | 'client_hello'
  | 'server_hello'
  | 'hello_retry_request'
  | 'encrypted_extensions'
  | 'certificate_request'
  | 'certificate'
  | 'new_session_ticket';

/** `struct { ExtensionType extension_type; opaque extension_data<0..2^16-1>; } Extension` behind its 2-byte length. */
export function extensionBlock(
  c: Codec,
  context: ExtensionContext,
  values?: readonly Extension[],
  max = 0xffff,
): Extension[] {
  return c.vector(
    'extensions',
    2,
    { max },
    (inner) => inner.list(values, (at, value) => extension(at, context, value)),
    { spec: spec(9846, '4.3') },
  );
}

/** Code point of an extension on the wire. */
export function extensionCode(value: Extension): number {
  if (value.type === 'unknown') return value.code;
  return extensionCodes[sameCode[value.type] ?? (value.type as ExtensionName)];
}

/** Bodies of a second form under one code. */
const sameCode: Readonly<Partial<Record<Extension['type'], ExtensionName>>> = {
  key_share_retry: 'key_share',
  pre_shared_key_selected: 'pre_shared_key',
  early_data_size: 'early_data',
};

/** The first code that appears twice, if any. RFC 9846 §4.3 forbids it; judging that is the validators' task. */
export function duplicateExtension(extensions: readonly Extension[]): number | undefined {
  const seen = new Set<number>();
  for (const value of extensions) {
    const code = extensionCode(value);
    if (seen.has(code)) return code;
    seen.add(code);
  }
  return undefined;
}

function extension(c: Codec, context: ExtensionContext, value?: Extension): Extension {
  const code = value === undefined ? upcomingCode(c) : extensionCode(value);
  const name = (code === undefined ? undefined : extensionTypeName(code)) ?? 'unknown_extension';
  const at = code === undefined ? undefined : extensionSpec(code);
  return c.struct(
    name,
    (inner) => {
      const read = inner.u16('extension_type', code, typeMeta);
      return inner.vector('extension_data', 2, {}, (body) => bodyFor(body, read, context, value), {
        type: `${name}.extension_data`,
      });
    },
    at ? { type: name, spec: at } : { type: name },
  );
}

const typeMeta: NumberMeta = {
  registry: extensionTypeName,
  spec: spec(9846, '4.3'),
  type: 'Extension.extension_type',
};

function bodyFor(c: Codec, code: number, context: ExtensionContext, value?: Extension): Extension {
  const type = value === undefined ? typeOf(code, context, c.ahead()) : value.type;
  return bodyOf(c, type, code, context, value);
}

function upcomingCode(c: Codec): number | undefined {
  const ahead = c.ahead();
  return ahead.length < 2 ? undefined : (ahead[0] ?? 0) * 256 + (ahead[1] ?? 0);
}
