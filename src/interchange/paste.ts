/**
 * What people paste: PEM with anything around it, the output of `openssl s_client -showcerts`, PKCS #7, base64
 * or hex without any frame. Every block is read for itself, so that one broken block costs only itself, and
 * every complaint names its line.
 *
 * Private keys are recognised by their frame or their structure and are never decoded further: `withoutKeys`
 * takes them out of the text before anyone stores or shows it.
 */
import { type DerNode, isUniversal, universal } from '../bytes/der-node.ts';
import { parseDer } from '../bytes/der.ts';
import { equal, fromUtf8 } from '../bytes/hex.ts';
import type { DecodeError } from '../bytes/reader.ts';
import type { Bytes } from '../crypto/port.ts';
import { decodeCertificate } from '../x509/certificate.ts';
import type { Certificate } from '../x509/model.ts';
import { decodeBundle } from '../x509/pkcs7.ts';
import { encodePem, parsePem, type PemErrorCode } from './pem.ts';

export type PasteItem =
  | {
      readonly kind: 'certificate';
      readonly line: number;
      readonly certificate: Certificate;
      /** Index among the certificates of the first one with the same bytes. */
      readonly duplicateOf?: number;
    }
  /** Framed as a certificate, or unframed DER that looks like one, but not readable as one. */
  | { readonly kind: 'broken'; readonly line: number; readonly der: Bytes; readonly error: DecodeError }
  | { readonly kind: 'key'; readonly line: number; readonly label: string }
  /** A block that is no part of a chain: a request, a revocation list, parameters. */
  | { readonly kind: 'other'; readonly line: number; readonly label: string; readonly bytes: Bytes }
  | {
      readonly kind: 'problem';
      readonly line: number;
      readonly column?: number;
      readonly code: PasteProblem;
    };

export type PasteProblem =
  | PemErrorCode
  /** Neither PEM, base64, hex nor DER. */
  | 'nothing-found'
  /** A PKCS #7 that is no bundle of certificates. */
  | 'bad-bundle'
  /** A bundle without a certificate. */
  | 'empty-bundle'
  /** PKCS #12, a container that opens with a password. */
  | 'pkcs12';

/** What stands between the frames of a key in place of the key. */
export const keyPlaceholder = 'not read, not kept';

/** The items in the order of the text; one `problem` where there is text and nothing in it. */
export function readPaste(text: string): readonly PasteItem[] {
  if (text.trim() === '') return [];
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(/^\uFEFF/, '').trim());
  const items = lines.some((line) => /^-----(BEGIN|END) /.test(line)) ? framed(lines) : unframed(text, lines);
  return numbered(items);
}

/** Only the certificates, with their place among the items. */
export function certificatesIn(items: readonly PasteItem[]): readonly Certificate[] {
  return items.flatMap((item) => (item.kind === 'certificate' ? [item.certificate] : []));
}

/** Revocation lists, as DER; whether they are any is the validator's business. */
export function listsIn(items: readonly PasteItem[]): readonly Bytes[] {
  return items.flatMap((item) => (item.kind === 'other' && item.label === 'X509 CRL' ? [item.bytes] : []));
}

/** The same text with nothing between the frames of private keys; a key without an end goes to the next frame. */
export function withoutKeys(text: string): string {
  const lines = text.split(/(?<=\n)/);
  const kept: string[] = [];
  let inside = false;
  for (const line of lines) {
    const boundary = /^\s*-----(BEGIN|END) (.*?)-----\s*$/.exec(line);
    if (boundary) {
      inside = boundary[1] === 'BEGIN' && isKeyLabel(boundary[2] ?? '');
      kept.push(line);
      if (inside) kept.push(`${keyPlaceholder}\n`);
    } else if (!inside) kept.push(line);
  }
  const clean = kept.join('');
  // Without frames the whole text may be a key.
  if (/-----BEGIN /.test(clean)) return clean;
  const bytes = unframedBytes(clean);
  return bytes !== undefined && isKey(bytes) ? frame('PRIVATE KEY', keyPlaceholder) : clean;
}

/** A file as text for the paste area: text files as they are, DER as PEM; a key is an empty frame. */
export function pasteOfFile(bytes: Bytes): string {
  const isText = bytes.every(
    (byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte !== 127),
  );
  if (isText || bytes[0] !== 0x30) return withoutKeys(fromUtf8(bytes));
  if (isKey(bytes)) return frame('PRIVATE KEY', keyPlaceholder);
  const parsed = parseDer(bytes);
  const label = parsed.ok ? labelOf(parsed.value) : 'CERTIFICATE';
  return encodePem(label, bytes);
}

function framed(lines: readonly string[]): readonly PasteItem[] {
  const items: PasteItem[] = [];
  let open: { readonly at: number; readonly label: string } | undefined;
  for (const [at, text] of lines.entries()) {
    const boundary = /^-----(BEGIN|END) (.*?)-----$/.exec(text);
    if (!boundary) continue;
    const label = boundary[2] ?? '';
    if (boundary[1] === 'BEGIN') {
      if (open) items.push(unfinished(open));
      open = { at, label };
    } else if (open === undefined) items.push({ kind: 'problem', line: at + 1, code: 'stray-end' });
    else {
      items.push(...blockItems(lines.slice(open.at, at + 1), open));
      open = undefined;
    }
  }
  if (open) items.push(unfinished(open));
  return items;
}

function unfinished({ at, label }: { readonly at: number; readonly label: string }): PasteItem {
  return isKeyLabel(label)
    ? { kind: 'key', line: at + 1, label }
    : { kind: 'problem', line: at + 1, code: 'missing-end' };
}

function blockItems(
  lines: readonly string[],
  { at, label }: { readonly at: number; readonly label: string },
): readonly PasteItem[] {
  const line = at + 1;
  if (isKeyLabel(label)) return [{ kind: 'key', line, label }];
  const parsed = parsePem(lines.join('\n'));
  if (!parsed.ok) {
    const { error } = parsed;
    return [
      {
        kind: 'problem',
        line: at + error.line,
        code: error.code,
        ...(error.column !== undefined && { column: error.column }),
      },
    ];
  }
  const bytes = parsed.blocks[0]?.bytes;
  if (bytes === undefined) return [];
  if (/^(X509 |TRUSTED )?CERTIFICATE$|^PKCS7$|^CMS$/.test(label)) return derItems(bytes, line);
  return [{ kind: 'other', line, label, bytes }];
}

function unframed(text: string, lines: readonly string[]): readonly PasteItem[] {
  const first = lines.findIndex((line) => line !== '') + 1;
  const bytes = unframedBytes(text);
  if (bytes === undefined) return [{ kind: 'problem', line: first, code: 'nothing-found' }];
  return derItems(bytes, first);
}

/** Base64 or hex that is nothing else; undefined for any other text, and for what is no DER element. */
function unframedBytes(text: string): Bytes | undefined {
  const dense = text.replace(/\s+/g, '');
  if (/^30[0-9a-f:]{20,}$/i.test(dense)) {
    const hex = dense.replaceAll(':', '');
    return hex.length % 2 === 0
      ? Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
      : undefined;
  }
  if (!/^M[A-P][A-Za-z0-9+/]{20,}={0,2}$/.test(dense)) return undefined;
  const parsed = parsePem(frame('X', dense));
  return parsed.ok ? parsed.blocks[0]?.bytes : undefined;
}

function derItems(bytes: Bytes, line: number): readonly PasteItem[] {
  const parsed = parseDer(bytes);
  if (parsed.ok) {
    if (isKey(bytes)) return [{ kind: 'key', line, label: 'PRIVATE KEY' }];
    if (isPkcs12(parsed.value)) return [{ kind: 'problem', line, code: 'pkcs12' }];
    const label = labelOf(parsed.value);
    if (label === 'PKCS7') return bundleItems(bytes, line);
    if (label !== 'CERTIFICATE') return [{ kind: 'other', line, label, bytes }];
  }
  return [certificateItem(bytes, line)];
}

function certificateItem(der: Bytes, line: number): PasteItem {
  const decoded = decodeCertificate(der);
  return decoded.ok
    ? { kind: 'certificate', line, certificate: decoded.value }
    : { kind: 'broken', line, der, error: decoded.error };
}

function bundleItems(bytes: Bytes, line: number): readonly PasteItem[] {
  const bundle = decodeBundle(bytes);
  if (!bundle.ok) return [{ kind: 'problem', line, code: 'bad-bundle' }];
  const { certificates } = bundle.value;
  if (certificates.length === 0) return [{ kind: 'problem', line, code: 'empty-bundle' }];
  return certificates.map((der) => certificateItem(der, line));
}

function numbered(items: readonly PasteItem[]): readonly PasteItem[] {
  const seen: Bytes[] = [];
  return items.map((item) => {
    if (item.kind !== 'certificate') return item;
    const { der } = item.certificate;
    const twin = seen.findIndex((earlier) => equal(earlier, der));
    seen.push(der);
    return twin < 0 ? item : { ...item, duplicateOf: twin };
  });
}

function isKeyLabel(label: string): boolean {
  return label.endsWith('PRIVATE KEY');
}

/** PKCS #8 (RFC 5958 §2), PKCS #1 (RFC 8017 §A.1.2), SEC 1 (RFC 5915 §3), and PKCS #8 under a password. */
function isKey(bytes: Uint8Array): boolean {
  const parsed = parseDer(bytes);
  if (!parsed.ok) return false;
  const [first, second, third] = parsed.value.children ?? [];
  const isNumber = isUniversal(first, universal.INTEGER);
  if (isNumber && isUniversal(second, universal.SEQUENCE) && isUniversal(third, universal.OCTET_STRING))
    return true;
  if (isNumber && isUniversal(second, universal.OCTET_STRING)) return true;
  if (isNumber && (parsed.value.children ?? []).length >= 6)
    return (parsed.value.children ?? []).every((child) => isUniversal(child, universal.INTEGER));
  const [algorithm] = first?.children ?? [];
  return (
    isUniversal(algorithm, universal.OBJECT_IDENTIFIER) &&
    isUniversal(second, universal.OCTET_STRING) &&
    third === undefined
  );
}

// PFX ::= SEQUENCE { version INTEGER (3), authSafe ContentInfo, … }, RFC 7292 §4.
function isPkcs12(root: DerNode): boolean {
  const [version, safe] = root.children ?? [];
  return (
    isUniversal(version, universal.INTEGER) &&
    isUniversal(safe, universal.SEQUENCE) &&
    isUniversal(safe.children?.[0], universal.OBJECT_IDENTIFIER) &&
    safe.children?.[1]?.tagClass === 'context'
  );
}

/** The frame that fits, by structure: three parts with a signature, told apart by what is signed. */
function labelOf(root: DerNode): string {
  const [first, second, third] = root.children ?? [];
  if (first?.tagClass === 'universal' && first.tag === universal.OBJECT_IDENTIFIER) return 'PKCS7';
  if (!isUniversal(third, universal.BIT_STRING) || !isUniversal(second, universal.SEQUENCE))
    return 'CERTIFICATE';
  const [a, b, c, d] = first?.children ?? [];
  // CertificationRequestInfo: version, subject, key, [0]. TBSCertList: (version,) algorithm, issuer, time.
  if (isUniversal(a, universal.INTEGER) && isUniversal(b, universal.SEQUENCE) && d?.tagClass === 'context')
    return 'CERTIFICATE REQUEST';
  const times: readonly number[] = [universal.UTCTime, universal.GeneralizedTime];
  if ([c, d].some((node) => node?.tagClass === 'universal' && times.includes(node.tag))) return 'X509 CRL';
  return 'CERTIFICATE';
}

function frame(label: string, body: string): string {
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
}
