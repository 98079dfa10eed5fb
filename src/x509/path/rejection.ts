/** The result where nothing is trusted: what was tried, and which failure to report. */
import { spec } from '../../bytes/spec.ts';
import { allPaths } from './all-paths.ts';
import type { Context } from './check.ts';
import { checkModules } from './checks/index.ts';
import { judge, maxCandidates } from './judge.ts';
import { gravest, nearest } from './rank.ts';
import type { Candidate, Check, PathResult } from './result.ts';

/** Certificates in all candidates together: endless chains explain no more than short ones. */
const maxJudged = 600;

/** `tried`: what the search found and gave up, which is all there is once its budget is spent. */
export async function rejection(tried: readonly Candidate[], context: Context): Promise<PathResult> {
  const { budget } = context;
  const candidates = budget.hasSteps ? await candidatesOf(context) : tried;
  const reported = budget.hasSteps ? nearest(candidates) : (outOf(candidates) ?? nearest(candidates));
  const checks = reported?.checks ?? nothingSent;
  const failure = gravest(checks);
  return { verdict: 'rejected', checks, candidates, ...(failure && { failure }), spent: budget.spent };
}

/** Every way to its end, with all that is wrong with it. */
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

/** The rows for an empty list: there is nothing to check. */
const nothingSent: readonly Check[] = checkModules.map((module) =>
  module.id === 'trust-anchor'
    ? { id: module.id, spec: spec(9846, '4.5.1.3'), verdict: 'failed', code: 'no-certificate', evidence: [] }
    : { id: module.id, spec: module.spec, verdict: 'not-reached', code: 'needs-certificate', evidence: [] },
);
