/**
 * Path validation, RFC 5280 §6, with the name check of RFC 9525 and, in the profile of the web, the rules
 * of the CA/Browser Forum.
 *
 * Every path that building finds is judged by every check; the first one without a failure is accepted.
 * All candidates stay in the result, with the verdicts and what dropped them, up to a limit.
 */
import { Budget } from './budget.ts';
import { promisingPaths } from './build.ts';
import type { Context } from './check.ts';
import type { PathInput } from './input.ts';
import { judge, maxCandidates } from './judge.ts';
import type { Candidate, PathResult } from './result.ts';
import { SignatureBook } from './signatures.ts';

export type { PathPurpose, ReferenceName } from './input.ts';

/** Never throws on bad certificates. The result is 'rejected' where `sent` is empty. */
export async function validatePath(input: PathInput): Promise<PathResult> {
  const budget = new Budget(input.budget);
  const tolerated = new Set(input.policy?.tolerates);
  const signatures = new SignatureBook(input, budget, tolerated);
  const profile = input.policy?.profile ?? 'web';
  const context: Context = { input, profile, budget, signatures, tolerated };

  const tried: Candidate[] = [];
  let accepted: Candidate | undefined;
  await promisingPaths(context, async (path) => {
    // What was given up is kept to be shown; beyond the limit only a path that can be accepted counts.
    if (path.end !== 'anchor' && tried.length >= maxCandidates) return false;
    const candidate = await judge(path, context);
    if (candidate.verdict === 'accepted') accepted = candidate;
    else if (tried.length < maxCandidates) tried.push(candidate);
    return accepted !== undefined;
  });
  if (accepted !== undefined)
    return {
      verdict: 'trusted',
      checks: accepted.checks,
      candidates: [...tried, accepted],
      path: accepted.path,
      spent: budget.spent,
    };

  return (await import('./rejection.ts')).rejection(tried, context);
}
