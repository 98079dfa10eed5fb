/** Which of the candidates the result is about. */
import type { Candidate, PathResult } from './result.ts';

/**
 * The accepted path, or the one whose failure is reported. A result that was written to a file and read again has lost
 * which list of checks is whose: there the failure says it.
 */
export function shownCandidate({ candidates, checks, failure }: PathResult): Candidate | undefined {
  return (
    candidates.find(({ verdict }) => verdict === 'accepted') ??
    candidates.find((candidate) => candidate.checks === checks) ??
    candidates.find(({ dropped }) => dropped?.check === failure?.id && dropped?.code === failure?.code) ??
    candidates[0]
  );
}
