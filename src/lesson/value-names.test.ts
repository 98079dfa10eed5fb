/** Names of values: every value of every run has one, in both languages. */
import { expect, test } from 'vitest';
import { languages } from './catalog.ts';
import { loadLanguage } from './load-language.ts';
import { leftovers } from './testing/quality.ts';
import { runAll } from './testing/runs.ts';
import { valueLabel, valueNameWords } from './value-names.ts';

/** Fields of messages and of the RFC's own notation: the same in every language. */
const fields =
  /^(legacy_session_id|certificate_request_context|ticket_age_add|ticket_nonce|nonce_explicit|client_version|dh_[pg]|other_secret|(client|server)_write_(MAC_key|key|IV))$/;

test.each(languages)('every value of every run has a name, %s', { timeout: 60_000 }, async (language) => {
  await loadLanguage(language);
  const words = valueNameWords[language];
  const names = [...(await runAll()).values()].flatMap(({ steps, secrets }) => [
    ...secrets.map(({ name }) => name),
    ...steps.flatMap(({ operations }) =>
      operations.flatMap(({ inputs, outputs, purpose }) => [
        ...[...inputs, ...outputs].map(({ name }) => name),
        ...(outputs.length === 0 ? [purpose] : []),
      ]),
    ),
  ]);
  const bad = [...new Set(names)].flatMap((name) => {
    const label = valueLabel(name, words);
    if (/undefined|\s$|^\s| {2}/u.test(label)) return [`${name}: ${label}`];
    if (language === 'de') return leftovers(label);
    return label === name &&
      !fields.test(name) &&
      !/^(messages .+|binder|cookie|issuer|zeros|empty)$/.test(name)
      ? [name]
      : [];
  });
  expect(bad).toEqual([]);
});

test.each([
  ['client_application_traffic_secret_1', 'c ap traffic 1', 'c ap traffic 1'],
  ['server_handshake_key', 's hs key', 's hs key'],
  ['client_early_iv', 'c e iv', 'c e iv'],
  [
    'transcript_hash ClientHello…ServerHello',
    'Hash(ClientHello…ServerHello)',
    'Hash(ClientHello…ServerHello)',
  ],
  ['client_application_0_nonce_3', 'nonce of record 3, c ap', 'Nonce von Record 3, c ap'],
  ['server_application_1_record_0', 'record 0, s ap 1', 'Record 0, s ap 1'],
  ['client_record_MAC_2', 'MAC of record 2, client', 'MAC von Record 2, client'],
  [
    'client_x25519mlkem768_mlkem768_private_key',
    'client ML-KEM-768 private key of X25519MLKEM768',
    'privater ML-KEM-768-Schlüssel des Clients für X25519MLKEM768',
  ],
  ['verify certificate shop.example', 'signature on shop.example', 'Signatur auf shop.example'],
])('%s', async (name, english, german) => {
  await loadLanguage('de');
  expect(valueLabel(name, valueNameWords.en)).toBe(english);
  expect(valueLabel(name, valueNameWords.de)).toBe(german);
});
