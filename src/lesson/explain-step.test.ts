import { beforeAll, describe, expect, it } from 'vitest';
import { groupByCode } from '../tls/registry/groups.ts';
import { alertCodes, type AlertName } from '../tls/registry/alerts.ts';
import type { Step, Trace } from '../lab/trace.ts';
import { failureCodes } from '../x509/path/codes.ts';
import { faults } from '../tls/failure.ts';
import { explainCompatibility, explainStep, stepWords, textOf } from './explain-step.ts';
import { type Language, languages } from './catalog.ts';
import { factsOf } from './facts.ts';
import { loadLanguage } from './load-language.ts';
import { plainText, type Rich } from './rich.ts';
import type { ChainInvalidFacts, StepFacts } from './step-facts.ts';
import { complaints, leftovers } from './testing/quality.ts';
import { clock, runAll } from './testing/runs.ts';

await loadLanguage('de');
let traces: ReadonlyMap<string, Trace>;
beforeAll(async () => {
  traces = await runAll();
}, 60_000);

function trace(name: string): Trace {
  const found = traces.get(name);
  if (!found) throw new Error(`no run ${name}`);
  return found;
}

function step(name: string, id: string): Step {
  const found = trace(name).steps.find((one) => one.id === id);
  if (!found) throw new Error(`no step ${id} in ${name}`);
  return found;
}

const said = (name: string, id: string, language: Language = 'en'): string =>
  plainText(explainStep(step(name, id), trace(name), stepWords[language]).body).replaceAll('\u202f', ' ');

/** The terms of the glossary that a text links to. */
const linked = (text: Rich): readonly string[] =>
  [
    ...new Set(text.flatMap((part) => (typeof part !== 'string' && 'term' in part ? [part.term] : []))),
  ].toSorted();

describe('every step of every run', () => {
  it.each(languages)('has a text that keeps to the voice: %s', { timeout: 60_000 }, (language) => {
    const spoken = stepWords[language];
    const bad: string[] = [];
    for (const [name, run] of traces) {
      for (const one of run.steps) {
        const { title, body } = explainStep(one, run, spoken);
        const note = one.kind === 'message' ? explainCompatibility(one, spoken) : undefined;
        expect(title, `${name}: ${one.id}`).not.toBe('');
        bad.push(...complaints(body), ...(note ? complaints(note) : []));
        if (language !== 'de') continue;
        bad.push(...leftovers(title), ...leftovers(body), ...(note ? leftovers(note) : []));
      }
    }
    expect(bad).toEqual([]);
  });

  it('links to the same terms in German', { timeout: 60_000 }, () => {
    const bad = new Set<string>();
    for (const [name, run] of traces) {
      for (const one of run.steps) {
        const [english, german] = languages.map((language) =>
          linked(explainStep(one, run, stepWords[language]).body).join(', '),
        );
        if (english !== german) bad.add(`${name}: ${one.id}: ${english} | ${german}`);
      }
    }
    expect([...bad]).toEqual([]);
  });

  it('is read: no step of a run of this engine falls back to a text without facts', () => {
    const unread = [...traces].flatMap(([name, run]) =>
      // Of a record that was tampered with nobody reads more than the record.
      run.steps
        .filter((one) => factsOf(one, run).case === 'other' && !('network' in one && one.error))
        .map((one) => `${name}: ${one.id}`),
    );
    expect(unread).toEqual([]);
  });
});

describe('texts are true for this very run', () => {
  const cases: readonly (readonly [run: string, step: string, says: string])[] = [
    [
      'tls13',
      'client_hello',
      'offers 3 cipher suites, 4 groups and 9 signature schemes, and sends key shares for X25519MLKEM768 and x25519.',
    ],
    ['tls13', 'client_hello', 'the name shop.example in server_name among them.'],
    ['tls13', 'client_hello', 'values are GREASE'],
    [
      'tls13',
      'server_hello',
      'picks TLS_AES_128_GCM_SHA256, first in its own list that the browser also offered (place 1 of 3 there).',
    ],
    [
      'tls13',
      'server_hello',
      'X25519MLKEM768, by the same rule (place 1 of 4): 1 120 bytes, an ML-KEM-768 ciphertext and an X25519 public key.',
    ],
    ['tls13', 'derive_handshake_keys', '32 bytes from ML-KEM-768 and 32 bytes from X25519'],
    ['tls13', 'encrypted_extensions', 'picks http/1.1 by ALPN (place 2 of 2 in the browser’s list)'],
    ['tls13', 'certificate', 'its EC P-256 certificate for shop.example'],
    [
      'tls13',
      'validate_chain',
      'shop.example ← Lakeside TLS Issuing CA R2 ← Lakeside Root CA, makes 17 checks',
    ],
    [
      'tls13',
      'certificate_verify',
      'ecdsa_secp256r1_sha256, the first that fits this key (place 1 of 9 in the browser’s list)',
    ],
    ['tls13', 'verify_signature', 'the same 130 bytes'],
    ['tls13', 'verify_signature', 'and the lock closes.'],
    ['tls13', 'client_finished', 'up to the server’s Finished.'],
    ['tls13', 'application_data_1', 'sends GET /cart HTTP/1.1, 61 bytes of data in 1 record of 83 bytes.'],
    [
      'rsa-certificate',
      'certificate_verify',
      'rsa_pss_rsae_sha256, the first that fits this key (place 2 of 9 in the browser’s list), 256 bytes.',
    ],
    ['rsa-certificate', 'certificate_verify', 'the padding must be PSS'],
    [
      'browser decides, no SNI, no GREASE, Ed25519',
      'client_hello',
      'but no name, because server_name is not sent.',
    ],
    [
      'browser decides, no SNI, no GREASE, Ed25519',
      'server_hello',
      'first in the browser’s list that it also accepts (place 1 of 3 in its own).',
    ],
    [
      'browser decides, no SNI, no GREASE, Ed25519',
      'certificate_verify',
      'ed25519, the first that fits this key (place 9 of 9 in the browser’s list), 64 bytes.',
    ],
    ['IP address', 'client_hello', 'an IP address has no place in it'],
    ['one group, root sent', 'derive_handshake_keys', '32 bytes from X25519.'],
    ['one group, root sent', 'certificate', 'trusts a root because it is in its own store'],
    ['AES-256', 'finished', 'a MAC of 48 bytes'],
    [
      'hello-retry-request',
      'hello_retry_request',
      'wants secp256r1, first in its own list that the browser also offered (place 3 of 4 there)',
    ],
    [
      'hello-retry-request',
      'client_hello_2',
      'a key share for secp256r1 instead of those for X25519MLKEM768 and x25519.',
    ],
    ['hello-retry-request', 'server_hello', 'the group it had asked for'],
    ['cookie', 'hello_retry_request', 'a cookie of 32 bytes'],
    ['cookie', 'client_hello_2', 'its key shares stay the same'],
    ['client-certificate', 'certificate_request', 'one that leads to Shop Staff Root CA'],
    ['client-certificate', 'certificate_request', 'Here it insists'],
    ['client-certificate', 'client_certificate', 'That is the authority the server asked for'],
    [
      'client-certificate-none',
      'client_certificate',
      'This server goes on without knowing who the browser is.',
    ],
    ['client certificate required, none sent', 'client_certificate', 'will close with certificate_required.'],
    [
      'missing-intermediate',
      'validate_chain',
      'did not send the certificate of Lakeside TLS Issuing CA R2, the issuer of shop.example',
    ],
    ['missing-intermediate', 'alert', 'Because of step 6 the browser closes with unknown_ca (48)'],
    ['missing-intermediate', 'alert', 'CertificateVerify and Finished were on the way already'],
    ['expired', 'validate_chain', 'ended on 16 Nov 2026, and the clock says 23 Nov 2026, 7 days too late.'],
    [
      'wrong-host',
      'validate_chain',
      'good for www.shop.example and static.shop.example, and the address bar says shop.example.',
    ],
    ['untrusted-root', 'validate_chain', 'over Workbench Issuing CA 1 to Workbench Root CA'],
    ['untrusted-root-sent', 'validate_chain', 'over Workbench Issuing CA 1 to Workbench Root CA'],
    ['path-length', 'validate_chain', '1 intermediate follows below Lakeside TLS Issuing CA R2'],
    [
      'client-certificate-unknown-issuer',
      'validate_client_chain',
      'If that is a root, sending it would not help',
    ],
    ['leaf-is-ca', 'alert', 'something in it does not hold'],
    ['root switched off', 'validate_chain', '(1 switched on)'],
    ['expired and wrong host', 'validate_chain', '1 more check fails on this path.'],
    [
      'no-common-suite',
      'client_hello',
      'the browser offers TLS_AES_128_GCM_SHA256, the server accepts only TLS_AES_256_GCM_SHA384.',
    ],
    ['no common group', 'client_hello', 'the browser offers x25519, the server accepts only secp256r1.'],
    ['key update, padding, no ALPN', 'key_update', 'It asks the server to do the same.'],
    ['key update, padding, no ALPN', 'key_update_2', 'now both directions have new keys'],
    ['key update, padding, no ALPN', 'application_data_1', '32 of them padding'],
    [
      'unrelated-sent',
      'certificate',
      'Meridian ECC Server CA 1 comes along, though no certificate of this line names it as its issuer.',
    ],
  ];
  it.each(cases)('%s, %s: %s', (run, id, says) => {
    expect(said(run, id)).toContain(says);
  });
});

describe('German is true for this very run', () => {
  const cases: readonly (readonly [run: string, step: string, says: string])[] = [
    [
      'tls13',
      'client_hello',
      'bietet 3 Cipher Suites, 4 Gruppen und 9 Signaturverfahren an und sendet Key Shares für X25519MLKEM768 und x25519.',
    ],
    [
      'one group, root sent',
      'client_hello',
      'und sendet einen Key Share für x25519. Ungefragt gesendet, spart er',
    ],
    ['tls12-rsa-key-exchange', 'client_hello', 'bietet nur TLS 1.2 an, mit'],
    [
      'unrelated-sent',
      'certificate',
      'Meridian ECC Server CA 1 kommt mit, obwohl kein Zertifikat dieser Reihe',
    ],
    [
      'tls13',
      'server_hello',
      'wählt TLS_AES_128_GCM_SHA256, die erste in seiner Liste, die auch der Browser anbietet (in dessen Liste Platz 1 von 3).',
    ],
    [
      'tls13',
      'server_hello',
      'X25519MLKEM768, nach derselben Regel (Platz 1 von 4): 1 120 Bytes, ein ML-KEM-768-Ciphertext und ein öffentlicher X25519-Schlüssel.',
    ],
    [
      'tls13',
      'validate_chain',
      'shop.example ← Lakeside TLS Issuing CA R2 ← Lakeside Root CA, macht 17 Prüfungen daran',
    ],
    ['tls13', 'client_finished', 'über alles bis zum Finished des Servers.'],
    ['client-certificate', 'client_finished', 'über alles bis zum eigenen CertificateVerify.'],
    ['client-certificate', 'client_certificate', 'auf den Namen Kim Keller (EC P-256)'],
    [
      'expired',
      'validate_chain',
      'ist am 16.11.2026 abgelaufen, und die Uhr zeigt den 23.11.2026, 7 Tage zu spät.',
    ],
    ['expired and wrong host', 'validate_chain', 'Auf diesem Pfad scheitert noch 1 weitere Prüfung.'],
    ['missing-intermediate', 'alert', 'Wegen Schritt 6 schließt der Browser mit unknown_ca (48)'],
    [
      'missing-intermediate',
      'alert',
      'CertificateVerify und Finished waren schon unterwegs und werden nie gelesen.',
    ],
    ['key update, padding, no ALPN', 'key_update', 'Er verlangt vom Server dasselbe.'],
  ];
  it.each(cases)('%s, %s: %s', (run, id, says) => {
    expect(said(run, id, 'de')).toContain(says);
  });
});

/** Cases that a run of the laboratory does not reach: what a bridge run or a broken peer gives. */
const base = { path: [], passed: 0, failed: 1, notReached: 0, rootSent: false };
const leaf = { name: 'shop.example', issuer: 'Some CA', role: 'leaf' as const, bytes: 590, key: 'EC P-256' };
const chainInvalid = (code: string, atLeaf: boolean, subject: 'browser' | 'server'): ChainInvalidFacts => ({
  case: 'chain-invalid',
  ...base,
  subject,
  host: 'shop.example',
  address: false,
  leaf,
  sent: 2,
  roots: 5,
  check: 'signature',
  code,
  at: atLeaf ? 'shop.example' : 'Some CA',
  atLeaf,
  wanted: 'Some CA',
  expected: ['1'],
  actual: ['2'],
  notBefore: clock - 864e5,
  notAfter: clock + 864e5,
  clock,
});

const ticket = (earlyData: number): StepFacts => ({
  case: 'new-session-ticket',
  lifetime: 7200,
  ticketBytes: 208,
  place: { place: 1, of: 1 },
  earlyData,
});

const rare: readonly StepFacts[] = [
  ticket(0),
  ticket(16_384),
  ...['unknown', 'expired', 'other-name', 'other-hash', 'client-unknown', 'no-common-mode'].map(
    (passedOver) => ({ case: 'verify-binder', offered: 1, accepted: false, passedOver }) as const,
  ),
  ...[
    'refused',
    'retried',
    'no-psk',
    'not-allowed',
    'other-suite',
    'other-protocol',
    'stale',
    'replayed',
  ].map(
    (reason) =>
      ({ case: 'early-data', dataBytes: 40, wireBytes: 62, line: 'GET /', accepted: false, reason }) as const,
  ),
  { case: 'early-data', dataBytes: 40, wireBytes: 62 },
  { case: 'derive-early-keys', by: 'browser' },
  { case: 'unreadable-record', from: 'server', bytes: 64, protected: true },
  { case: 'unreadable-record', from: 'server', bytes: 64, protected: false },
  { case: 'signature-rejected', by: 'browser', scheme: 'ed25519', leaf: 'shop.example', lockCloses: false },
  { case: 'signature-rejected', by: 'server', scheme: 'ed25519', lockCloses: false },
  { case: 'close-notify', from: 'server', second: true, protected: true, answered: false },
  { case: 'close-notify', from: 'server', second: false, protected: false, answered: false },
  { case: 'key-update', from: 'server', updateRequested: false, answer: false },
  {
    case: 'server-hello',
    suite: { name: 'TLS_AES_128_GCM_SHA256', inBrowserList: { place: 2, of: 5 } },
    askedFor: false,
    pskOffered: true,
  },
  { case: 'derive-handshake-keys', secrets: [], afterRetry: false },
  {
    case: 'encrypted-extensions',
    bytes: 24,
    extensions: [],
    serverNameAcknowledged: false,
    alpnUnanswered: false,
    psk: false,
  },
  {
    case: 'encrypted-extensions',
    bytes: 24,
    extensions: ['0x001c'],
    serverNameAcknowledged: false,
    alpnUnanswered: false,
    psk: true,
    earlyData: 'rejected',
  },
  { case: 'certificate-request', schemes: 1, authorities: [], late: false },
  { case: 'certificate-request', schemes: 1, authorities: [], late: true },
  {
    case: 'application-data',
    from: 'server',
    first: false,
    dataBytes: 20_000,
    wireBytes: 20_044,
    records: 2,
    padding: 0,
    afterKeyUpdate: false,
  },
  { case: 'other', message: 'Finished', from: 'server' },
  ...(['plaintext', 'handshake', 'application'] as const).flatMap((level) =>
    (Object.keys(alertCodes) as AlertName[])
      .filter((alert) => alert !== 'close_notify')
      .map((alert): StepFacts => ({
        case: 'alert',
        from: 'server',
        alert,
        code: alertCodes[alert],
        level,
        unread: [],
      })),
  ),
  { case: 'alert', from: 'server', alert: undefined, code: 200, level: 'plaintext', unread: ['Finished'] },
  ...Object.keys(failureCodes).flatMap((code) => [
    chainInvalid(code, true, 'server'),
    chainInvalid(code, false, 'server'),
    chainInvalid(code, true, 'browser'),
  ]),
];

describe.each(languages)('cases that the laboratory does not reach: %s', (language) => {
  const spoken = stepWords[language];

  it('keep to the voice', () => {
    const texts = rare.map((facts) => textOf(facts, spoken).body);
    expect(texts.flatMap((text) => complaints(text, 5))).toEqual([]);
    if (language === 'de') expect(texts.flatMap(leftovers)).toEqual([]);
  });

  it('a fault on a message is told after its text', () => {
    for (const code of Object.keys(faults)) {
      expect(complaints(spoken.fault({ by: 'browser', code, alert: 'decode_error' }))).toEqual([]);
    }
  });
});

describe('the texts follow the engine', () => {
  it('the share a server sends has the bytes that the text counts', () => {
    const facts = factsOf(step('tls13', 'server_hello'), trace('tls13'));
    if (facts.case !== 'server-hello' || !facts.share) throw new Error('no share');
    const parts = groupByCode(0x11ec)?.parts.length;
    expect(facts.share.parts).toHaveLength(parts ?? -1);
    expect(facts.share.parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(facts.share.bytes);
  });
});
