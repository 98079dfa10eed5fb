/** One path before all checks. */
import type { Context, Path } from './check.ts';
import { checkModules } from './checks/index.ts';
import { gravest } from './rank.ts';
import type { Candidate, CertificateRef, Check } from './result.ts';

/** Candidates that are judged and kept; a search that needs more is an attack. */
export const maxCandidates = 100;

export async function judge(path: Path, context: Context): Promise<Candidate> {
  const checks: Check[] = [];
  for (const module of checkModules) {
    const given = module.judge(path, context);
    // Nearly always it is there at once.
    const verdict = given instanceof Promise ? await given : given;
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
