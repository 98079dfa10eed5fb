/**
 * Faulty peers at both TLS 1.2 state machines, in the clear and inside valid encryption: no exception, no hang, and
 * nobody connected to somebody who saw other messages. FUZZ_INPUTS and FUZZ_SEED as in fuzz.test.ts.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, equal, toHex, utf8 } from '../bytes/hex.ts';
import type { Bytes, Provider } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { tls12ClientDefaults } from './client/config.ts';
import { tls12ServerDefaults } from './server/config.ts';
import { createRandom, fuzzInputs, mutate, type Random } from './testing/fuzz.ts';
import { Pair, type PairOptions, type Piece, type Sent, type Side } from './testing/pair.ts';
import { anyKeyUsage, credentialOf, rootCertificate } from './testing/pki.ts';
import { createToyProvider, type Known } from './testing/toy-provider.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_126);
const share = Math.ceil(fuzzInputs(3_000) / 6);

const psk = { identity: utf8('shop'), key: utf8('0123456789abcdef') };
const schemes = [0x0403, 0x0804, 0x0401, 0x0807];
const both = (suite: number): Pick<PairOptions, 'client' | 'server'> => ({
  client: { versions: [0x0303], suites: [suite], signatureSchemes: schemes },
  server: { versions: [0x0303], suites: [suite], signatureSchemes: schemes },
});

const scenarios: Readonly<Record<string, Omit<PairOptions, 'provider' | 'tamper'>>> = {
  ECDHE: both(0xc02b),
  'ECDHE, client certificate': {
    client: { ...both(0xc02b).client, credential: credentialOf('client') },
    server: { ...both(0xc02b).server, clientAuth: 'require' },
  },
  'RSA, CBC': {
    client: { ...both(0x003c).client, trust: anyKeyUsage },
    server: both(0x003c).server ?? {},
    credential: 'rsa',
  },
  'PSK, tickets': {
    client: { ...both(0x00a8).client, tls12: { ...tls12ClientDefaults, psk } },
    server: {
      ...both(0x00a8).server,
      tls12: {
        ...tls12ServerDefaults,
        psks: [psk],
        ticketKey: { name: utf8('name'), key: utf8('k'.repeat(16)) },
      },
    },
  },
  'ECDHE_PSK, small records': {
    fragment: 40,
    client: { ...both(0xd001).client, tls12: { ...tls12ClientDefaults, psk } },
    server: { ...both(0xd001).server, tls12: { ...tls12ServerDefaults, psks: [psk] } },
  },
  'TLS 1.3 offered as well': {
    client: { versions: [0x0304, 0x0303], suites: [0x1301, 0xc02b], signatureSchemes: schemes },
    server: both(0xc02b).server ?? {},
  },
};

const credentials = (['ecdsa', 'rsa', 'ed25519', 'client'] as const).map(credentialOf);
const known: Known[] = [];
const toy = (): Provider => createToyProvider(seed, credentials, known);

beforeAll(async () => {
  const real = await createProvider();
  for (const { leaf } of credentials) {
    const { tbs, signatureValue } = leaf;
    const publicKey = rootCertificate.subjectPublicKeyInfo;
    expect((await real.verify('ECDSA-P256-SHA256', publicKey, tbs, signatureValue)).value).toBe(true);
    known.push({ publicKey, data: tbs, signature: signatureValue });
  }
});

describe.each(Object.entries(scenarios))('%s', (name, options) => {
  it(
    `keeps its promises in ${share} runs with a faulty peer`,
    { timeout: 20_000 + share * 100 },
    async () => {
      const corpus: Sent[] = [];
      const good = await new Pair({
        ...options,
        provider: toy(),
        tamper: (sent) => {
          corpus.push(sent);
          return [sent];
        },
      }).handshake();
      expect([good.client.state.state, good.server.state.state]).toEqual(['connected', 'connected']);
      const random = createRandom(seed + name.length);
      const ends = new Set<string>();
      for (let n = 0; n < share; n++) {
        const at = random(corpus.length);
        let seen = 0;
        const told: string[] = [];
        const pair = new Pair({
          ...options,
          provider: toy(),
          tamper: (sent) => (seen++ === at ? faulty(random, sent, corpus, told) : [sent]),
        });
        try {
          await pair.handshake();
          await pair.settle();
          check(pair);
        } catch (error) {
          throw new Error(`seed ${seed}, ${name}, run ${n}: ${told.join()}`, { cause: error });
        }
        for (const side of ['client', 'server'] as const) {
          const { state } = pair[side];
          ends.add(state.state === 'failed' ? state.error.code : state.state);
        }
      }
      if (share >= 500) expect(ends.size).toBeGreaterThan(8);
    },
  );
});

/** Changed, dropped, doubled, or something from elsewhere in its place. */
function faulty(random: Random, sent: Sent, corpus: readonly Sent[], told: string[]): readonly Piece[] {
  const other = corpus[random(corpus.length)] ?? sent;
  const contents = corpus.map(({ content }) => content);
  const choices: readonly (() => readonly Piece[])[] = [
    () => [{ ...sent, content: mutate(random, sent.content, contents) }],
    () => [{ ...sent, content: mutate(random, sent.content, contents) }],
    () => [{ ...sent, wire: (record: Bytes) => mutate(random, record, contents) }],
    () => [],
    () => [sent, sent],
    () => [{ ...other, level: sent.level }, sent],
    () => [{ ...other, level: sent.level }],
  ];
  const pieces = choices[random(choices.length)]?.() ?? [sent];
  told.push(`${sent.name} becomes ${pieces.map(({ content }) => toHex(content)).join(' and ')}`);
  return pieces;
}

/** Two that are both connected saw the same handshake messages, and have the same keys. */
function check(pair: Pair): void {
  if (pair.client.state.state !== 'connected' || pair.server.state.state !== 'connected') return;
  for (const [from, to] of [
    ['client', 'server'],
    ['server', 'client'],
  ] as const) {
    const sent = handshake(pair, from, 'sent');
    const received = handshake(pair, to, 'received');
    if (!equal(sent, received)) throw new Error('both are connected, over different messages');
  }
}

function handshake(pair: Pair, side: Side, direction: 'sent' | 'received'): Bytes {
  return concat(
    ...pair.events[side].flatMap((event) =>
      event.type === 'message' &&
      event.direction === direction &&
      event.records[0]?.opened.contentType === 22 &&
      event.message !== 'HelloRequest'
        ? [event.content]
        : [],
    ),
  );
}
