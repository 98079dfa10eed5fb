/** Which failure to report when nothing is trusted. */
import type { Candidate, Check, CheckId } from './result.ts';

/**
 * Within one path the gravest failure comes first: what makes the certificate invalid by itself, then
 * who vouches for it, then whom it names, then when. Browsers order their error pages like this.
 */
const gravity: readonly CheckId[] = [
  'encoding',
  'critical-extensions',
  'basic-constraints',
  'path-length',
  'key-usage',
  'extended-key-usage',
  'name-constraints',
  'policies',
  'signature',
  'algorithm-match',
  'revocation',
  'trust-anchor',
  'name-chaining',
  'host-name',
  'validity',
  'serial-number',
  'subject-names',
  'extension-rules',
];

/** The failed check to report of one path. */
export function gravest(checks: readonly Check[]): Check | undefined {
  const failures = checks.filter((check) => check.verdict === 'failed');
  return failures.toSorted((a, b) => gravity.indexOf(a.id) - gravity.indexOf(b.id))[0];
}

/**
 * The candidate that came nearest to being accepted: the one with the fewest failures, so that the
 * learner is told the one thing to mend; of equals the one that reached a trust anchor, then the first.
 */
export function nearest(candidates: readonly Candidate[]): Candidate | undefined {
  const failures = (candidate: Candidate): number =>
    candidate.checks.filter((check) => check.verdict === 'failed').length;
  const anchored = (candidate: Candidate): number =>
    Number(candidate.checks.some((check) => check.id === 'trust-anchor' && check.verdict === 'passed'));
  return candidates.toSorted((a, b) => failures(a) - failures(b) || anchored(b) - anchored(a))[0];
}
