/**
 * How a value of the trace is called on screen: by its label in the protocol ('c hs traffic'), which is the same in
 * every language, or in words. Loaded with the tabs that list values.
 */
import { catalog } from './catalog.ts';
import { valueNames } from './en/value-names.ts';

/** What a name is told about the value, as far as the recorder's name for it says so. */
export interface ValueNameFacts {
  readonly side: 'client' | 'server';
  readonly half: 'private' | 'public';
  readonly algorithm: string;
  readonly hybrid: string;
  /** Keys of a record: 'c ap', 's hs', 'client' where there is one set of them. */
  readonly keys: string;
  readonly number: string;
  readonly text: string;
}

export type NamedValue =
  | 'random'
  | 'random-start'
  | 'grease-seed'
  | 'cookie'
  | 'key-half'
  | 'signing-key'
  | 'certificate-public-key'
  | 'certificate-private-key'
  | 'partial-secret'
  | 'partial-ciphertext'
  | 'shared-secret'
  | 'ticket-psk'
  | 'external-psk'
  | 'nonce'
  | 'header'
  | 'plaintext'
  | 'record'
  | 'record-iv'
  | 'record-mac'
  | 'mac-input'
  | 'sequence-number'
  | 'key-stream-position'
  | 'premaster-secret'
  | 'premaster-random'
  | 'premaster-fallback'
  | 'key-block'
  | 'messages'
  | 'verify-data'
  | 'signed-content'
  | 'signature'
  | 'certificate-signature'
  | 'list-signature'
  | 'answer-signature'
  | 'ticket-key'
  | 'ticket-key-name'
  | 'ticket-state'
  | 'session-ticket'
  | 'ticket-seal-nonce'
  | 'issuer'
  | 'issuer-hash'
  | 'issuer-public-key'
  | 'downgrade-sentinel'
  | 'length-of'
  | 'zeros'
  | 'empty';

export type ValueNameWords = Readonly<Record<NamedValue, (facts: ValueNameFacts) => string>>;

export const valueNameWords = catalog<ValueNameWords>('valueNames', valueNames);

/** `name` is the recorder's name of a value, or the purpose of an operation that yields none. */
export function valueLabel(name: string, words: ValueNameWords): string {
  const label = labels[name] ?? derivedLabel(name);
  if (label !== undefined) return label;
  for (const [pattern, id] of patterns) {
    const match = pattern.exec(name);
    if (match) return words[id](factsOf(match.groups ?? {}));
  }
  // What is left are fields of messages, by their names in the RFC.
  return name;
}

/** Labels of the protocol. */
const labels: Readonly<Record<string, string>> = {
  early_secret: 'Early Secret',
  early_secret_without_psk: 'Early Secret',
  binder: 'binder',
  binder_key: 'binder key',
  binder_finished_key: 'binder finished',
  client_early_traffic_secret: 'c e traffic',
  early_exporter_secret: 'e exp master',
  handshake_secret: 'Handshake Secret',
  main_secret: 'Main Secret',
  derived_early: 'derived',
  derived_handshake: 'derived',
  client_handshake_traffic_secret: 'c hs traffic',
  server_handshake_traffic_secret: 's hs traffic',
  exporter_secret: 'exp master',
  resumption_secret: 'res master',
  client_finished_key: 'c finished',
  server_finished_key: 's finished',
  client_post_handshake_finished_key: 'c finished',
  empty_hash: 'Hash("")',
  no_context: '""',
  encrypted_premaster_secret: 'EncryptedPreMasterSecret',
  tbs_certificate: 'tbsCertificate',
  certificate_signature: 'signatureValue',
};

/** Labels with a number in them: 'c ap traffic 1' and 'c ap key 1' follow a KeyUpdate. */
function derivedLabel(name: string): string | undefined {
  const hash = /^transcript_hash (.+)$/.exec(name)?.[1];
  if (hash !== undefined) return `Hash(${hash})`;
  const match =
    /^(client|server)_(handshake|application|early)_(traffic|key|iv)(?:_secret)?(?:_(\d+))?$/.exec(name);
  if (!match) return undefined;
  const [, side = '', level = '', what, number = '0'] = match;
  return `${keysOf(side, level)} ${what}${number === '0' ? '' : ` ${number}`}`;
}

/** 'c hs': whose keys, and of which stage. */
function keysOf(side: string, level: string): string {
  return `${side[0]} ${{ handshake: 'hs', application: 'ap', early: 'e' }[level] ?? ''}`.trimEnd();
}

const record = (what: string): RegExp =>
  new RegExp(
    `^(?<side>client|server)(?:_(?<level>handshake|application|early)(?:_(?<update>\\d+))?)?_${what}_(?<number>\\d+)$`,
  );

const patterns: readonly (readonly [RegExp, NamedValue])[] = [
  [/^(?<side>client|server)_random$/, 'random'],
  [/^(?<side>client|server)_random_first_(?<number>\d+)$/, 'random-start'],
  [/^grease_seed$/, 'grease-seed'],
  [/^cookie$/, 'cookie'],
  [
    /^(?<side>client|server)_(?:(?<hybrid>\w+)_)?(?<algorithm>x25519|x448|mlkem768|p256|p384|p521|dh)_(?<half>private|public)_key$/,
    'key-half',
  ],
  [/^(?<side>client|server)_signing_key$/, 'signing-key'],
  [/^(?<side>client|server)_(certificate|static)_public_key$/, 'certificate-public-key'],
  [/^(?<side>client|server)_(static_)?private_key$/, 'certificate-private-key'],
  [/^(?<algorithm>x25519|x448|mlkem768|p256|p384|p521)_secret$/, 'partial-secret'],
  [/^(?<algorithm>\w+)_secret_ciphertext$/, 'partial-ciphertext'],
  [/^shared_secret$/, 'shared-secret'],
  [/^resumption_psk(_\d+)?$/, 'ticket-psk'],
  [/^external_psk$/, 'external-psk'],
  [record('nonce'), 'nonce'],
  [record('(header|additional_data)'), 'header'],
  [record('plaintext'), 'plaintext'],
  [record('record'), 'record'],
  [record('record_IV'), 'record-iv'],
  [record('record_MAC'), 'record-mac'],
  [record('MAC_input'), 'mac-input'],
  [/^sequence_number$/, 'sequence-number'],
  [/^key_stream_position$/, 'key-stream-position'],
  [/^premaster_secret$/, 'premaster-secret'],
  [/^premaster_random$/, 'premaster-random'],
  [/^(premaster|premaster_secret|other_secret)_fallback$/, 'premaster-fallback'],
  [/^key_block$/, 'key-block'],
  [/^messages (?<text>.+)$/, 'messages'],
  [/^(?<side>client|server)_(post_handshake_)?verify_data$/, 'verify-data'],
  [/^(?<side>client|server)_(?<message>certificate_verify|key_exchange)_content$/, 'signed-content'],
  [/^(verify )?(?<side>client|server)_(?<message>certificate_verify)$/, 'signature'],
  [/^(verify )?(?<side>client|server)_(?<message>key_exchange)_signature$/, 'signature'],
  [/^verify certificate (?<text>.+)$/, 'certificate-signature'],
  [/^verify CRL (?<text>.+)$/, 'list-signature'],
  [/^verify OCSP response (?<text>.+)$/, 'answer-signature'],
  [/^ticket_key$/, 'ticket-key'],
  [/^ticket_key_name$/, 'ticket-key-name'],
  [/^ticket_state$/, 'ticket-state'],
  [/^session_ticket$/, 'session-ticket'],
  [/^ticket_seal_nonce$/, 'ticket-seal-nonce'],
  [/^issuer$/, 'issuer'],
  [/^issuer_hash$/, 'issuer-hash'],
  [/^issuer_public_key$/, 'issuer-public-key'],
  [/^downgrade_sentinel$/, 'downgrade-sentinel'],
  [/^(?<text>psk|other_secret)_length$/, 'length-of'],
  [/^zeros$/, 'zeros'],
  [/^empty$/, 'empty'],
];

const algorithms: Readonly<Record<string, string>> = {
  x25519mlkem768: 'X25519MLKEM768',
  secp256r1mlkem768: 'SecP256r1MLKEM768',
  x448: 'X448',
  x25519: 'X25519',
  mlkem768: 'ML-KEM-768',
  p256: 'P-256',
  p384: 'P-384',
  p521: 'P-521',
  dh: 'Diffie-Hellman',
};

const texts: Readonly<Record<string, string>> = {
  certificate_verify: 'CertificateVerify',
  key_exchange: 'ServerKeyExchange',
  psk: 'PSK',
};

function factsOf(groups: Readonly<Record<string, string | undefined>>): ValueNameFacts {
  const { side = '', level, update = '0', algorithm = '', hybrid = '', message } = groups;
  const text = message ?? groups['text'] ?? '';
  return {
    side: side === 'server' ? 'server' : 'client',
    half: groups['half'] === 'private' ? 'private' : 'public',
    algorithm: algorithms[algorithm] ?? algorithm,
    hybrid: algorithms[hybrid] ?? hybrid,
    keys: level === undefined ? side : `${keysOf(side, level)}${update === '0' ? '' : ` ${update}`}`,
    number: groups['number'] ?? '',
    text: texts[text] ?? text,
  };
}
