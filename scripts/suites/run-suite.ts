/**
 * One suite, run as the Lab runs it, and what is wrong with the run: nothing but that suite is offered, the
 * certificate or the key fits, and data goes both ways. Runs in Node and in browsers.
 */
import { issueDemoPki } from '../../src/authority/issue.ts';
import { KeyRing } from '../../src/authority/key-ring.ts';
import { concat, equal, utf8 } from '../../src/bytes/hex.ts';
import type { Provider } from '../../src/crypto/port.ts';
import { run, type RunEnvironment } from '../../src/lab/run.ts';
import type { Scenario } from '../../src/lab/scenario.ts';
import { suiteScenario } from '../../src/lab/suite-scenario.ts';
import type { Party, Trace } from '../../src/lab/trace.ts';
import { explainOperation, explainValue, operationWords } from '../../src/lesson/explain-operation.ts';
import { explainStep, stepWords } from '../../src/lesson/explain-step.ts';
import { factsOf } from '../../src/lesson/facts.ts';
import { plainText } from '../../src/lesson/rich.ts';
import { tls12SuiteByCode } from '../../src/tls/registry/suite-parts.ts';

export interface SuiteRun {
  readonly code: number;
  readonly steps: number;
  readonly milliseconds: number;
  /** Empty for a good run. */
  readonly problems: readonly string[];
}

/** Keys are made once and used by all runs. */
export function suiteEnvironment(provider: Provider): RunEnvironment {
  const ring = new KeyRing({ provider, subtle: crypto.subtle });
  const clock = Date.now();
  return {
    provider,
    now: () => performance.now(),
    wallClock: () => clock,
    issue: (scenario, at) => issueDemoPki(ring, { ...scenario, clock: at }),
  };
}

/** Undefined for a suite that does not run here. */
export async function runSuite(code: number, environment: RunEnvironment): Promise<SuiteRun | undefined> {
  const scenario = suiteScenario(code);
  if (scenario === undefined) return undefined;
  const start = performance.now();
  try {
    const trace = await run(scenario, environment);
    const milliseconds = performance.now() - start;
    return { code, steps: trace.steps.length, milliseconds, problems: problemsOf(trace, scenario, code) };
  } catch (error) {
    const problems = [`threw ${String(error)}`];
    return { code, steps: 0, milliseconds: performance.now() - start, problems };
  }
}

function problemsOf(trace: Trace, scenario: Scenario, code: number): readonly string[] {
  const { outcome, negotiated } = trace;
  if (outcome.kind !== 'completed')
    return [outcome.kind === 'failed' ? `${outcome.error.code}: ${outcome.error.detail}` : 'stalled'];
  return [
    ...(negotiated.suite === code ? [] : [`negotiated 0x${negotiated.suite?.toString(16) ?? 'nothing'}`]),
    ...dataProblems(trace, 'browser', scenario.browser.request),
    ...dataProblems(trace, 'server', scenario.server.response),
    ...securityProblems(trace, code),
    ...wordProblems(trace),
  ];
}

/** What the suite gives and does not give must show: NULL hides nothing, anon proves nobody. */
function securityProblems(trace: Trace, code: number): readonly string[] {
  const suite = tls12SuiteByCode(code);
  const last = trace.steps.at(-1);
  if (last === undefined) return ['no steps'];
  const { read, seen } = last.eavesdropper;
  const hidden = suite?.kind !== 'null';
  const proved = suite?.authentication !== 'anon';
  return [
    ...(read < seen === hidden ? [] : [`the eavesdropper reads ${read} of ${seen} messages`]),
    ...(last.serverAuthenticated === proved ? [] : [`the server is ${proved ? 'not ' : ''}authenticated`]),
    ...trace.secrets
      .filter(({ secrecy, knownTo }) => secrecy === 'secret' && knownTo.eavesdropper?.how === 'derived')
      .map(({ name }) => `the eavesdropper has ${name}`),
  ];
}

function dataProblems(trace: Trace, from: Party, sent: string): readonly string[] {
  const parts = trace.steps.flatMap((step) =>
    step.kind === 'message' && step.message === 'ApplicationData' && step.from === from ? [step.content] : [],
  );
  return equal(concat(...parts), utf8(sent)) ? [] : [`the data of the ${from} did not arrive`];
}

/** Steps, operations and secrets that nobody has written about. */
function wordProblems(trace: Trace): readonly string[] {
  const problems = new Set<string>();
  for (const step of trace.steps) {
    const { title, body } = explainStep(step, trace, stepWords.en);
    if (factsOf(step, trace).case === 'other' || title === '' || plainText(body) === '')
      problems.add(`no text for step ${step.id}`);
    for (const operation of step.operations) {
      const { what, why } = explainOperation(operation, operationWords.en);
      if (plainText(what) === '' || why === undefined)
        problems.add(`no text for ${operation.name} ${operation.purpose}`);
    }
  }
  for (const { name } of trace.secrets)
    if (explainValue(name, operationWords.en) === undefined) problems.add(`no text for secret ${name}`);
  return [...problems];
}
