/**
 * One or two sentences about a field. Keys come from the codecs: 'ClientHello.random', 'key_share',
 * 'TBSCertificate.issuer'. Loaded with the first panel that shows fields.
 */
import type { Field } from '../bytes/field.ts';
import type { Negotiated, Party, Step } from '../lab/trace.ts';
import { namedGroups, shareLengths } from '../tls/registry/groups.ts';
import { isGrease } from '../tls/registry/names.ts';
import { extensionCodes } from '../tls/registry/extensions.ts';
import { catalog } from './catalog.ts';
import { fields } from './en/fields.ts';
import type { CodeWords, FieldFacts, FieldText, FieldWords } from './field-words.ts';
import { sharePartsIn } from './facts/share-parts.ts';
import type { SharePart } from './step-facts.ts';
import type { Rich } from './rich.ts';
import { sentences } from './rich.ts';

export const fieldWords = catalog<FieldWords>('fields', fields);

/** Where a field stands: the step that carries it and what the whole run agreed on (trace.negotiated). */
export interface FieldContext {
  readonly step?: Step;
  readonly negotiated?: Negotiated;
}

export function explainField(field: Field, words: FieldWords, context: FieldContext = {}): Rich {
  return lookUp(field, words, context) ?? words.unknown(factsOf(field, context, undefined));
}

/** As `explainField`; undefined where no text fits. For tests. */
export function lookUp(field: Field, words: FieldWords, context: FieldContext = {}): Rich | undefined {
  const { key } = field;
  if (field.role === 'undecoded') return words.undecoded(factsOf(field, context, undefined));
  const registry = registries[key];
  if (registry !== undefined) return codeText(field, words, registry, context);
  const own = textFor(key, words);
  const facts = factsOf(field, context, undefined);
  if (own !== undefined) return apply(own, facts);
  if (key.endsWith('.length')) return words.length(key.slice(0, -'.length'.length), facts);
  if (key.endsWith('.extension_data')) return words.extensionData(facts);
  if (key === 'unknown_extension' || key in extensionCodes)
    return words.unknownExtension(key === 'unknown_extension' ? facts : { ...facts, name: key });
  if (universal.test(key)) return words.derElement(facts);
  return undefined;
}

/** A DER element without a name of its own: 'SEQUENCE', 'UTF8String', '[0]'. */
const universal =
  /^([A-Z]+( [A-Z]+)*|(UTF8|Printable|IA5|Numeric|Teletex|BMP|Visible)String|(UTC|Generalized)Time|\[.+\])(\.value)?$/u;

type Registry = 'suites' | 'groups' | 'schemes' | 'versions';

/** Fields whose value is a code point with a text of its own. */
const registries: Readonly<Record<string, Registry>> = {
  'cipher_suites.CipherSuite': 'suites',
  'named_group_list.NamedGroup': 'groups',
  'KeyShareEntry.group': 'groups',
  'supported_signature_algorithms.SignatureScheme': 'schemes',
  'versions.ProtocolVersion': 'versions',
  'supported_versions.extension_data.selected_version': 'versions',
};

function codeText(field: Field, words: FieldWords, registry: Registry, context: FieldContext): Rich {
  const facts = factsOf(field, context, registry);
  const value = facts.number ?? -1;
  if (isGrease(value)) return words.grease;
  const texts: CodeWords = words[registry];
  return sentences(texts.known[value] ?? texts.other(facts), facts.agreed ? texts.agreed : undefined);
}

/**
 * The text of a key. The bytes inside a field of one value ('cookie.cookie', 'TBSCertificate.issuer.value')
 * have the text of that field.
 */
function textFor(key: string, words: FieldWords): FieldText | undefined {
  const exact = words.keys[key] ?? words.extensions[key];
  if (exact !== undefined) return exact;
  if (key.endsWith('.value')) return textFor(key.slice(0, -'.value'.length), words);
  const twice = /^([\w]+)\.\1$/u.exec(key)?.[1];
  if (twice === undefined) return undefined;
  const around = Object.keys(words.keys).find((known) => known.endsWith(`.${twice}`));
  return around === undefined ? undefined : words.keys[around];
}

function apply(text: FieldText, facts: FieldFacts): Rich {
  return typeof text === 'function' ? text(facts) : text;
}

function factsOf(
  field: Field,
  { step, negotiated }: FieldContext,
  registry: Registry | undefined,
): FieldFacts {
  const { value } = field;
  const prefix = field.children?.find((child) => child.role === 'length');
  const size = field.end - field.start;
  const content = size - (prefix === undefined ? 0 : prefix.end - field.start);
  const message = step?.kind === 'message' ? step : undefined;
  const number = value?.type === 'number' || value?.type === 'code' ? value.value : undefined;
  const text = value?.type === 'text' ? value.value : undefined;
  const name = value?.type === 'code' || value?.type === 'oid' ? value.name : undefined;
  return {
    size,
    content,
    agreed: agreed(registry, number, text, message?.from, negotiated),
    grease: (field.children ?? []).filter(isReserved).length,
    shareParts: field.key === 'KeyShareEntry.key_exchange' ? sharePartsOf(content, message?.from) : [],
    ...(value?.type === 'count' && { count: value.value }),
    ...(number !== undefined && { number }),
    ...(name !== undefined && { name }),
    ...(text !== undefined && { text }),
    ...(value?.type === 'oid' && name === undefined && { text: value.oid }),
    ...(value?.type === 'flags' && { flags: value.names }),
    ...(value?.type === 'boolean' && { boolean: value.value }),
    ...(value?.type === 'time' && { time: value.value }),
    ...(field.key === 'Extension.unknown' && { text: field.name }),
    ...(message && { message: message.message, from: message.from }),
  };
}

/** A GREASE code point, or an entry that starts with one (a key share, an extension). */
function isReserved(field: Field): boolean {
  const { value } = field;
  if (field.role === 'length') return false;
  if (value?.type === 'code') return value.width === 2 && isGrease(value.value);
  const [first] = field.children ?? [];
  return first !== undefined && isReserved(first);
}

/** Shares of different groups differ in length, so the length tells what is in one. */
function sharePartsOf(length: number, from: Party | undefined): readonly SharePart[] {
  const side = from === 'server' ? 'server' : 'client';
  const group = namedGroups.find((one) => shareLengths(one)[side] === length);
  return group === undefined ? [] : sharePartsIn(group, side);
}

function agreed(
  registry: Registry | undefined,
  number: number | undefined,
  text: string | undefined,
  from: 'browser' | 'server' | undefined,
  negotiated: Negotiated | undefined,
): boolean {
  if (negotiated === undefined) return false;
  if (registry === undefined) return text !== undefined && text === negotiated.alpn;
  const signature = from === 'server' ? negotiated.clientSignatureScheme : negotiated.signatureScheme;
  const value = {
    suites: negotiated.suite,
    groups: negotiated.group,
    schemes: signature,
    versions: negotiated.version,
  }[registry];
  return value !== undefined && value === number;
}

/** All keys of a tree, for tests. */
export function keysOf(field: Field): readonly string[] {
  return [field.key, ...(field.children ?? []).flatMap(keysOf)];
}
