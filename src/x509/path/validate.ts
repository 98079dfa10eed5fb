/**
 * Path validation, RFC 5280 §6, with the name check of RFC 9525 and, in the profile of the web, the rules
 * of the CA/Browser Forum.
 *
 * Every path that building finds is judged by every check; the first one without a failure is accepted.
 * All candidates stay in the result, with the verdicts and what dropped them, up to a limit.
 */
import { spec } from '../../bytes/spec.ts';
import { Budget } from './budget.ts';
import { allPaths, promisingPaths } from './build.ts';
import type { Context, Path } from './check.ts';
import { checkModules } from './checks/index.ts';
import type { PathInput } from './input.ts';
import { gravest, nearest } from './rank.ts';
import type { Candidate, CertificateRef, Check, PathResult } from './result.ts';
import { SignatureBook } from './signatures.ts';

export type { PathPurpose, ReferenceName } from './input.ts';

/** Candidates that are judged and kept; a search that needs more is an attack. */
const maxCandidates = 100;
/** Certificates in all of them together, where nothing is trusted: endless chains explain no more than short ones. */
const maxJudged = 600;

/** Never throws on bad certificates. The result is 'rejected' where `sent` is empty. */
export async function validatePath(input: PathInput): Promise<PathResult> {
  const budget = new Budget(input.budget);
  const tolerated = new Set(input.policy?.tolerates);
  const signatures = new SignatureBook(input, budget, tolerated);
  const profile = input.policy?.profile ?? 'web';
  const context: Context = { input, profile, budget, signatures, tolerated };

  const tried: Candidate[] = [];
  for await (const path of promisingPaths(context)) {
    // What was given up is kept to be shown; beyond the limit only a path that can be accepted counts.
    if (path.end !== 'anchor' && tried.length >= maxCandidates) continue;
    const candidate = await judge(path, context);
    if (candidate.verdict === 'accepted')
      return {
        verdict: 'trusted',
        checks: candidate.checks,
        candidates: [...tried, candidate],
        path: candidate.path,
        spent: budget.spent,
      };
    if (tried.length < maxCandidates) tried.push(candidate);
  }

  const candidates = budget.hasSteps ? await candidatesOf(context) : tried;
  const reported = budget.hasSteps ? nearest(candidates) : (outOf(candidates) ?? nearest(candidates));
  const checks = reported?.checks ?? nothingSent;
  const failure = gravest(checks);
  return { verdict: 'rejected', checks, candidates, ...(failure && { failure }), spent: budget.spent };
}

/** Nothing is trusted: every way to its end, with all that is wrong with it. */
async function candidatesOf(context: Context): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  let judged = 0;
  for (const path of allPaths(context)) {
    candidates.push(await judge(path, context));
    judged += path.links.length;
    if (!context.budget.hasSignatures || candidates.length === maxCandidates || judged > maxJudged) break;
  }
  return candidates;
}

/** The candidate that says that the search ended for want of budget. */
function outOf(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.find(({ checks }) => checks.some(({ code }) => code === 'search-budget'));
}

async function judge(path: Path, context: Context): Promise<Candidate> {
  const checks: Check[] = [];
  for (const module of checkModules) {
    const verdict = await module.judge(path, context);
    checks.push({ id: module.id, spec: module.spec, ...verdict });
  }
  const refs = path.links.map((link) => link.ref);
  const failure = gravest(checks);
  if (failure === undefined && path.end === 'anchor') return { path: refs, checks, verdict: 'accepted' };
  const top: CertificateRef = refs.at(-1) ?? { from: 'sent', index: 0 };
  return {
    path: refs,
    checks,
    verdict: 'dropped',
    ...(failure && {
      dropped: { check: failure.id, code: failure.code, at: failure.evidence[0]?.certificate ?? top },
    }),
  };
}

/** The rows for an empty list: there is nothing to check. */
const nothingSent: readonly Check[] = checkModules.map((module) =>
  module.id === 'trust-anchor'
    ? { id: module.id, spec: spec(9846, '4.5.1.3'), verdict: 'failed', code: 'no-certificate', evidence: [] }
    : { id: module.id, spec: module.spec, verdict: 'not-reached', code: 'needs-certificate', evidence: [] },
);
