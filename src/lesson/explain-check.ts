/** Texts about single checks of path validation. Loaded with the Checks tab. */
import type { LocalStep, Trace } from '../lab/trace.ts';
import type { Check, Evidence } from '../x509/path/result.ts';
import { catalog } from './catalog.ts';
import { checks } from './en/checks.ts';
import type { CheckWords, PassedFacts } from './error-words.ts';
import { failureFacts } from './facts/authentication.ts';
import { certificateAt, commonNameOf, nameOf } from './facts/lookup.ts';
import type { Rich } from './rich.ts';

export const checkWords = catalog<CheckWords>('checks', checks);

export interface CheckExplanation {
  readonly name: string;
  /** What it demands, and what would go wrong without it. */
  readonly why: Rich;
  /** What it found in this run. */
  readonly verdict: Rich;
}

/** `step` is validate_chain or validate_client_chain; `check` one of its path's checks. */
export function explainCheck(
  check: Check,
  step: LocalStep,
  trace: Trace,
  words: CheckWords,
): CheckExplanation {
  return {
    name: words.names[check.id],
    why: words.why[check.id],
    verdict: verdictOf(check, step, trace, words),
  };
}

function verdictOf(check: Check, step: LocalStep, trace: Trace, words: CheckWords): Rich {
  const subject = step.work === 'validate_client_chain' ? 'browser' : 'server';
  if (check.verdict === 'failed') {
    return words.failed({
      ...failureFacts(check, subject, trace),
      path: [],
      passed: 0,
      failed: 1,
      notReached: 0,
      rootSent: false,
    });
  }
  if (check.verdict === 'not-reached') return words.notReached[check.code as keyof CheckWords['notReached']];
  if (check.code === 'leaf-in-store') return words.leafInStore;
  if (check.code === 'partial') return words.partial;
  if (check.code === 'no-answer') return words.noAnswer;
  return words.passed[check.id](passedFacts(check, subject, trace));
}

function passedFacts(check: Check, subject: 'browser' | 'server', trace: Trace): PassedFacts {
  const first = certificateAt(check.evidence[0]?.certificate, subject, trace);
  return {
    certificates: check.evidence.map((evidence) => {
      const certificate = certificateAt(evidence.certificate, subject, trace);
      return certificate !== undefined ? nameOf(certificate) : commonNameOf(String(evidence.actual ?? ''));
    }),
    expected: check.evidence.flatMap((evidence) => strings(evidence.expected)),
    actual: check.evidence.flatMap((evidence) => strings(evidence.actual)),
    clock: trace.clock,
    ...(first && { notBefore: first.notBefore, notAfter: first.notAfter }),
  };
}

function strings(value: Evidence['actual']): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}
