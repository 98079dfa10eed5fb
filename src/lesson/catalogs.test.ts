/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Field } from '../bytes/field.ts';
import type { OperationName } from '../crypto/recorder.ts';
import type { Trace } from '../lab/trace.ts';
import { faults } from '../tls/failure.ts';
import { decodeHandshake, encodeHandshake } from '../tls/messages/handshake.ts';
import type { HandshakeMessage } from '../tls/messages/model.ts';
import { alertCodes } from '../tls/registry/alerts.ts';
import { failureCodes } from '../x509/path/codes.ts';
import { type Language, languages } from './catalog.ts';
import { checkWords, explainCheck } from './explain-check.ts';
import { errorWords, explainError } from './explain-error.ts';
import { fieldWords, lookUp } from './explain-field.ts';
import { explainOperation, explainValue, operationWords } from './explain-operation.ts';
import { stepWords } from './explain-step.ts';
import type { FieldFacts, FieldText } from './field-words.ts';
import { glossaryWords } from './glossary.ts';
import type { GlossaryId } from './glossary-ids.ts';
import { loadLanguage } from './load-language.ts';
import { plainText, type Rich } from './rich.ts';
import { complaints as inAnyLanguage, leftovers, sentenceCount } from './testing/quality.ts';
import { runAll } from './testing/runs.ts';

await loadLanguage('de');

let traces: ReadonlyMap<string, Trace>;
beforeAll(async () => {
  traces = await runAll();
}, 60_000);

const bytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(1);

/** Messages and extensions that no run of the laboratory sends. */
const recorded: readonly HandshakeMessage[] = [
  {
    type: 'client_hello',
    legacyVersion: 0x0303,
    random: bytes(32),
    legacySessionId: bytes(0),
    cipherSuites: [0x1301, 0x00ff, 0xc02f, 0x2a2a],
    legacyCompressionMethods: [0],
    extensions: [
      ...[0x0005, 0x0017, 0x0023, 0x001b, 0x4469, 0xfe0d, 0xff01, 0x3a3a, 0x7777].map((code) => ({
        type: 'unknown' as const,
        code,
        data: bytes(3),
      })),
      { type: 'supported_groups', groups: [0x001d, 0x0100, 0x7777, 0x4a4a] },
      { type: 'signature_algorithms', schemes: [0x0403, 0x0201, 0x7777] },
      { type: 'signature_algorithms_cert', schemes: [0x0401] },
      { type: 'supported_versions', versions: [0x0304, 0x0303, 0x0302, 0x0301, 0x0300, 0x7777] },
      { type: 'cookie', cookie: bytes(3) },
      { type: 'key_share', shares: [{ group: 0x1a1a, keyExchange: bytes(1) }] },
      { type: 'psk_key_exchange_modes', modes: [0, 1, 9] },
      { type: 'certificate_authorities', authorities: [bytes(4)] },
      { type: 'padding', length: 3 },
      { type: 'early_data' },
      { type: 'post_handshake_auth' },
      {
        type: 'pre_shared_key',
        identities: [
          { identity: bytes(4), obfuscatedTicketAge: 7 },
          { identity: bytes(2), obfuscatedTicketAge: 0 },
        ],
        binders: [bytes(32), bytes(32)],
      },
    ],
  },
  {
    type: 'new_session_ticket',
    lifetime: 7200,
    ageAdd: 2,
    nonce: bytes(1),
    ticket: bytes(4),
    extensions: [{ type: 'early_data_size', maxEarlyDataSize: 16_384 }],
  },
  { type: 'key_update', updateRequested: false },
  {
    type: 'certificate',
    context: bytes(1),
    entries: [{ certData: bytes(5), extensions: [{ type: 'unknown', code: 5, data: bytes(3) }] }],
  },
  { type: 'end_of_early_data' },
];

/** What is wrong with a text, in German also the English left in it. */
const complaintsIn =
  (language: Language) =>
  (text: Rich | string, sentencesAtMost?: number): readonly string[] => [
    ...inAnyLanguage(text, sentencesAtMost),
    ...(language === 'de' ? leftovers(text) : []),
  ];

const allOf = (field: Field): readonly Field[] => [field, ...(field.children ?? []).flatMap(allOf)];

describe.each(languages)('fields, %s', (language) => {
  const complaints = complaintsIn(language);
  const words = fieldWords[language];

  it('every field of every run has a text that keeps to the voice', { timeout: 60_000 }, () => {
    const bad = new Set<string>();
    const check = (field: Field, text: Rich | undefined): void => {
      if (text === undefined) bad.add(`no text for ${field.key}`);
      // Two, and a third where the run agreed on the value.
      else complaints(text, 3).forEach((complaint) => bad.add(`${field.key}: ${complaint}`));
    };
    for (const trace of traces.values()) {
      for (const step of trace.steps) {
        if (step.kind !== 'message') continue;
        for (const view of [step.wire, step.plain]) {
          for (const field of view ? allOf(view.field) : [])
            check(field, lookUp(field, words, { step, negotiated: trace.negotiated }));
        }
      }
      for (const certificate of trace.certificates)
        for (const field of allOf(certificate.field)) check(field, lookUp(field, words));
    }
    for (const message of recorded)
      for (const field of allOf(encodeHandshake(message).field)) check(field, lookUp(field, words));
    expect([...bad]).toEqual([]);
  });

  it('a broken message has texts up to the broken byte', () => {
    const [hello] = recorded;
    if (!hello) throw new Error('no message');
    const { field } = decodeHandshake(new Uint8Array(encodeHandshake(hello).bytes.slice(0, 60)));
    for (const one of allOf(field)) expect(lookUp(one, words), one.key).toBeDefined();
  });

  it('says which entry of a list the run agreed on', () => {
    const trace = traces.get('tls13');
    const hello = trace?.steps[0];
    if (trace === undefined || hello?.kind !== 'message') throw new Error('no ClientHello');
    const suites = allOf(hello.wire.field).filter((field) => field.key === 'cipher_suites.CipherSuite');
    const said = suites.map((field) =>
      plainText(lookUp(field, words, { step: hello, negotiated: trace.negotiated }) ?? []).includes(
        plainText(words.suites.agreed ?? ['?']),
      ),
    );
    // GREASE first, then the three suites.
    expect(said).toEqual([false, true, false, false]);
  });

  it('texts that no run reaches keep to the voice, whatever they are told', () => {
    const told: readonly FieldFacts[] = [
      { size: 5, content: 3, grease: 0, shareParts: [], agreed: false },
      { size: 5, content: 0, grease: 0, shareParts: [], agreed: true, count: 0, number: 0, boolean: false },
      {
        size: 300,
        content: 298,
        grease: 1,
        shareParts: [],
        agreed: true,
        count: 2,
        number: 1,
        name: 'name',
        text: 'text',
        flags: ['a', 'b'],
        boolean: true,
        time: 0,
        message: 'EncryptedExtensions',
        from: 'server',
      },
      {
        size: 2,
        content: 1,
        grease: 0,
        shareParts: [],
        agreed: false,
        count: 1,
        number: 0x0301,
        text: '*.shop.example',
        message: 'HelloRetryRequest',
        from: 'browser',
      },
    ];
    const texts: readonly (readonly [string, FieldText])[] = [
      ...Object.entries(words.keys),
      ...Object.entries(words.extensions),
      ...[words.suites, words.groups, words.schemes, words.versions].flatMap((codes) => [
        ...Object.entries(codes.known),
        ['other', codes.other] as const,
      ]),
    ];
    const bad = texts.flatMap(([key, text]) =>
      told.flatMap((facts) =>
        complaints(typeof text === 'function' ? text(facts) : text, 2).map(
          (complaint) => `${key}: ${complaint}`,
        ),
      ),
    );
    expect([...new Set(bad)]).toEqual([]);
  });
});

describe.each(languages)('checks, %s', (language) => {
  const complaints = complaintsIn(language);
  it('every check of every run has its rule and its verdict in words', { timeout: 60_000 }, () => {
    const bad: string[] = [];
    let verdicts = 0;
    for (const trace of traces.values()) {
      for (const step of trace.steps) {
        if (step.kind !== 'local' || step.path === undefined) continue;
        for (const check of [
          ...step.path.checks,
          ...step.path.candidates.flatMap((candidate) => candidate.checks),
        ]) {
          const { why, verdict } = explainCheck(check, step, trace, checkWords[language]);
          verdicts++;
          bad.push(...complaints(why, 2), ...complaints(verdict, 3));
        }
      }
    }
    expect(verdicts).toBeGreaterThan(200);
    expect([...new Set(bad)]).toEqual([]);
  });
});

describe.each(languages)('errors, %s', (language) => {
  const complaints = complaintsIn(language);
  const error = (code: string) =>
    ({
      fault: 'peer-misbehaved',
      code,
      alert: 'decode_error',
      at: '',
      detail: 'Detail.',
      spec: { rfc: 9846, section: '6.2' },
    }) as const;
  const codes = [
    ...Object.keys(faults),
    ...Object.keys(failureCodes),
    ...Object.keys(alertCodes).map((alert) => `received-${alert}`),
    'received-unknown-alert',
  ];

  it.each(codes)('%s', (code) => {
    const { title, body } = explainError(error(code), errorWords[language], stepWords[language].alerts);
    expect(title).not.toBe(errorWords[language].unknown(code).title);
    expect(complaints(`${title}.`)).toEqual([]);
    expect(complaints(body, 3)).toEqual([]);
  });
});

describe.each(languages)('operations, %s', (language) => {
  const complaints = complaintsIn(language);
  const words = operationWords[language];

  it('every operation of every run has its texts; every secret a text', { timeout: 60_000 }, () => {
    const bad = new Set<string>();
    for (const trace of traces.values()) {
      for (const operation of trace.steps.flatMap((step) => step.operations)) {
        const { what, why } = explainOperation(operation, words);
        if (why === undefined) bad.add(`no purpose for ${operation.name} ${operation.purpose}`);
        [...complaints(what, 2), ...complaints(why ?? [], 2)].forEach((complaint) => bad.add(complaint));
      }
      for (const secret of trace.secrets)
        if (explainValue(secret.name, words) === undefined) bad.add(`no text for ${secret.name}`);
    }
    expect([...bad]).toEqual([]);
  });

  it('operations that failed have words too', () => {
    for (const name of Object.keys(words.what) as OperationName[]) {
      expect(
        complaints(
          words.what[name]({ algorithm: 'X25519', outputBytes: 0, ticket: false, verdict: false }),
          2,
        ),
      ).toEqual([]);
    }
    for (const value of Object.values(words.values)) expect(complaints(value.text, 2)).toEqual([]);
  });
});

describe.each(languages)('glossary, %s', (language) => {
  const ids = Object.keys(glossaryWords.en) as GlossaryId[];

  it.each(ids)('%s: two sentences', (id) => {
    const { text } = glossaryWords[language][id];
    expect(inAnyLanguage(text, 2)).toEqual([]);
    expect(sentenceCount(text)).toBe(2);
  });

  it('every entry is linked from some text', () => {
    const folder = new URL(`${language}/`, import.meta.url);
    const sources = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts') && name !== 'glossary.ts')
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    expect(ids.filter((id) => !sources.includes(`term('${id}'`))).toEqual([]);
  });
});
