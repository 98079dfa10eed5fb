/** The same bytes to every client: from a trace to what each would have made of its chain. */
import type { Bytes } from '../../crypto/port.ts';
import { certificatesIn, staplesIn } from '../certificates.ts';
import { type Certificate, decodeCertificate } from '../../x509/certificate.ts';
import type { AnchorId } from '../scenario.ts';
import type { Trace } from '../trace.ts';
import { clients } from './clients.ts';
import type { Finding } from './findings.ts';
import { type ChainCrypto, type ChainQuestion, type ClientAnswer, judgeChain, observe } from './judge.ts';

export interface ClientSurvey {
  /** What is wrong with the chain, whoever looks at it. */
  readonly findings: readonly Finding[];
  readonly answers: readonly ClientAnswer[];
}

/**
 * Undefined where the run brought no server certificate, or where the browser was outside and nobody knows what it
 * held. `roots`: another store than the run's, out of the roots that the trace carries.
 */
export async function askClients(
  trace: Trace,
  crypto: ChainCrypto,
  roots?: readonly AnchorId[],
  pause?: () => Promise<void>,
): Promise<ClientSurvey | undefined> {
  const question = questionOf(trace, roots);
  if (question === undefined) return undefined;
  const [findings, answers] = await Promise.all([
    observe(question, crypto),
    answersOf(question, crypto, pause),
  ]);
  return { findings, answers };
}

async function answersOf(
  question: ChainQuestion,
  crypto: ChainCrypto,
  pause: (() => Promise<void>) | undefined,
): Promise<ClientSurvey['answers']> {
  const answers: Awaited<ReturnType<typeof judgeChain>>[] = [];
  for (const { id } of clients) {
    await pause?.();
    answers.push(await judgeChain(id, question, crypto));
  }
  return answers;
}

function questionOf(trace: Trace, roots: readonly AnchorId[] | undefined): ChainQuestion | undefined {
  const outside = trace.source.kind === 'bridge' && trace.source.party === 'server';
  const held = outside ? undefined : trace.trust?.browser;
  const sent = decoded(certificatesIn(trace, 'server'));
  if (held === undefined || sent.length === 0) return undefined;
  const store = roots
    ? [...held.store, ...held.known].filter(({ id }) => roots.includes(id as AnchorId))
    : held.store;
  return {
    sent,
    store: decoded(store.map(({ der }) => der)),
    cached: decoded(held.cached),
    distrusted: decoded(held.compromised.map(({ der }) => der)),
    fetch: (url) => {
      const found = held.repository.find((one) => one.url === url);
      return found && decoded([found.der])[0];
    },
    crls: held.revocationLists,
    stapled: staplesIn(trace),
    at: trace.clock,
    host: trace.scenario.browser.serverName,
  };
}

function decoded(ders: readonly Bytes[]): readonly Certificate[] {
  return ders.flatMap((der) => {
    const certificate = decodeCertificate(der);
    return certificate.ok ? [certificate.value] : [];
  });
}
