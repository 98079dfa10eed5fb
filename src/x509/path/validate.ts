/**
 * Path validation, RFC 5280 §6, with the name check of RFC 9525.
 *
 * Every path that building finds is judged by every check; the first one without a failure is
 * accepted. All candidates stay in the result, with the verdicts and what dropped them.
 *
 * Not done here: revocation, policies. An authority with name constraints is refused.
 */
import { spec } from '../../bytes/spec.ts';
import { Budget } from './budget.ts';
import { pathsOf } from './build.ts';
import type { Context, Path } from './check.ts';
import { checkModules } from './checks/index.ts';
import type { PathInput } from './input.ts';
import { gravest, nearest } from './rank.ts';
import type { Candidate, CertificateRef, Check, PathResult } from './result.ts';
import { SignatureBook } from './signatures.ts';

export type { PathPurpose, ReferenceName } from './input.ts';

/** Candidates that are judged and kept; a search that needs more is an attack. */
const maxCandidates = 100;

/** Never throws on bad certificates. The result is 'rejected' where `sent` is empty. */
export async function validatePath(input: PathInput): Promise<PathResult> {
  const budget = new Budget(input.budget);
  const signatures = new SignatureBook(input.verify, budget);
  const context: Context = { input, budget, signatures };
  const candidates: Candidate[] = [];
  for (const path of pathsOf(context)) {
    const candidate = await judge(path, context);
    candidates.push(candidate);
    if (candidate.verdict === 'accepted') {
      return {
        verdict: 'trusted',
        checks: candidate.checks,
        candidates,
        path: candidate.path,
        spent: budget.spent,
      };
    }
    if (!budget.hasSignatures || candidates.length === maxCandidates) break;
  }
  const reported = nearest(candidates);
  const checks = reported?.checks ?? nothingSent;
  const failure = gravest(checks);
  return { verdict: 'rejected', checks, candidates, ...(failure && { failure }), spent: budget.spent };
}

async function judge(path: Path, context: Context): Promise<Candidate> {
  const checks: Check[] = [];
  for (const module of checkModules) {
    const verdict = await module.judge(path, context);
    checks.push({ id: module.id, spec: module.spec, ...verdict });
  }
  const refs = path.links.map((link) => link.ref);
  const failure = gravest(checks);
  if (failure === undefined) return { path: refs, checks, verdict: 'accepted' };
  const top: CertificateRef = refs.at(-1) ?? { from: 'sent', index: 0 };
  return {
    path: refs,
    checks,
    verdict: 'dropped',
    dropped: { check: failure.id, code: failure.code, at: failure.evidence[0]?.certificate ?? top },
  };
}

/** The rows for an empty list: there is nothing to check. */
const nothingSent: readonly Check[] = checkModules.map((module) =>
  module.id === 'trust-anchor'
    ? { id: module.id, spec: spec(9846, '4.5.1.3'), verdict: 'failed', code: 'no-certificate', evidence: [] }
    : { id: module.id, spec: module.spec, verdict: 'not-reached', code: 'needs-certificate', evidence: [] },
);
