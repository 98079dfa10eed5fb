/**
 * What a check is: one module that judges one path, complete or not, and says why.
 *
 * The list of checks is data (checks/index.ts). A rule that looks at one certificate and those below it
 * is a `linkCheck`: it says what each link adds, and the search uses the same words to give a path up
 * early. A rule that only the whole path can answer (policies, revocation) has a `judge` alone.
 */
import type { Spec } from '../../bytes/spec.ts';
import type { Certificate } from '../model.ts';
import type { Budget } from './budget.ts';
import type { FailureCode } from './codes.ts';
import type { PathInput, Profile } from './input.ts';
import type { CertificateRef, Check, CheckId, Evidence, NotReachedCode } from './result.ts';
import type { SignatureBook } from './signatures.ts';

/** One certificate of a path. */
export interface Link {
  readonly certificate: Certificate;
  readonly ref: CertificateRef;
}

/** One path, from the leaf upwards. */
export interface Path {
  /** The leaf first; never empty. */
  readonly links: readonly [Link, ...Link[]];
  /**
   * Why it ends where it does:
   * - `anchor`: the last certificate is in the store
   * - `no-issuer`: no certificate has the name of the last one's issuer
   * - `self-issued`: the last one is its own issuer and is not in the store
   * - `limit`: there would be more, but the path is as long as it may be
   * - `given-up`: the last one brought a fault that nothing above it can mend
   * - `budget`: the search may not look any further
   */
  readonly end: 'anchor' | 'no-issuer' | 'self-issued' | 'limit' | 'given-up' | 'budget';
  /** On the way up every link was asked (`faultAt`) by every check that can be asked, and none brought a fault. */
  readonly clean?: true;
}

export interface Context {
  readonly input: PathInput;
  readonly profile: Profile;
  readonly budget: Budget;
  readonly signatures: SignatureBook;
  readonly tolerated: ReadonlySet<FailureCode>;
}

/** One fault; what is at fault comes first in the evidence. */
export interface Fault {
  readonly code: FailureCode;
  readonly evidence: readonly Evidence[];
  /** A paragraph that says more than the module's own. */
  readonly spec?: Spec;
  /** What would excuse it, where finding out takes a signature. */
  readonly unless?: () => Promise<boolean>;
}

export interface CheckModule {
  readonly id: CheckId;
  /** The paragraph of the rule. */
  readonly spec: Spec;
  readonly judge: (path: Path, context: Context) => Verdict | Promise<Verdict>;
  /** The first fault that link `index` brings into a path, whatever stands above it. */
  readonly faultAt?: (
    path: Path,
    index: number,
    context: Context,
  ) => Fault | undefined | Promise<Fault | undefined>;
}

export type Verdict = Pick<Check, 'verdict' | 'code' | 'evidence'> & { readonly spec?: Spec };

interface LinkCheck {
  readonly id: CheckId;
  readonly spec: Spec;
  /** What is wrong with link `index`, given those below it. */
  readonly faults: (path: Path, index: number, context: Context) => Iterable<Fault>;
  /** What a path without a fault is believed by. */
  readonly evidence: (path: Path, context: Context) => readonly Evidence[];
  /** Where the path has nothing to check. */
  readonly notReached?: (path: Path, context: Context) => Verdict | undefined;
}

/** A check that looks at link after link, the leaf first. */
export function linkCheck({ id, spec, faults, evidence, notReached }: LinkCheck): CheckModule {
  const faultAt = (path: Path, index: number, context: Context) =>
    firstOf(faults(path, index, context), context);
  const judgeLinks = async (path: Path, context: Context): Promise<Verdict> => {
    for (const index of path.links.keys()) {
      const found = faultAt(path, index, context);
      const fault = found instanceof Promise ? await found : found;
      if (fault) return failed(fault);
    }
    return passed(evidence(path, context));
  };
  return {
    id,
    spec,
    faultAt,
    judge: (path, context) => {
      const nothing = notReached?.(path, context);
      if (nothing) return nothing;
      return path.clean ? passed(evidence(path, context)) : judgeLinks(path, context);
    },
  };
}

interface RareCheck {
  readonly id: CheckId;
  readonly spec: Spec;
  /** Whether this certificate, or what was asked for, gives the check something to do. */
  readonly concerns: (certificate: Certificate, context: Context) => boolean;
  readonly otherwise: (path: Path) => Verdict;
  readonly load: () => Promise<CheckRules>;
}

type CheckRules = Pick<CheckModule, 'judge' | 'faultAt'>;

/** A check that few paths have anything for: its rules are loaded with the first certificate that it concerns. */
export function rareCheck({ id, spec, concerns, otherwise, load }: RareCheck): CheckModule {
  let rules: CheckRules | undefined;
  const loaded = async (): Promise<CheckRules> => (rules ??= await load());
  const isConcerned = (links: readonly Link[], context: Context): boolean =>
    links.some(({ certificate }) => concerns(certificate, context));
  return {
    id,
    spec,
    judge: (path, context) => {
      if (!isConcerned(path.links, context)) return otherwise(path);
      return rules?.judge(path, context) ?? loaded().then(({ judge }) => judge(path, context));
    },
    faultAt: (path, index, context) => {
      if (!isConcerned(path.links.slice(index, index + 1), context)) return undefined;
      // A search asks many times, and waits once.
      if (rules !== undefined) return rules.faultAt?.(path, index, context);
      return loaded().then(({ faultAt }) => faultAt?.(path, index, context));
    },
  };
}

/** The first fault that counts. At once where nothing needs a signature: nearly always. */
export function firstOf(
  faults: Iterable<Fault>,
  { tolerated }: Context,
): Fault | undefined | Promise<Fault | undefined> {
  const open: Fault[] = [];
  for (const fault of faults) {
    if (tolerated.has(fault.code)) continue;
    open.push(fault);
    if (fault.unless === undefined) break;
  }
  const [first] = open;
  return first?.unless === undefined ? first : firstUnexcused(open);
}

async function firstUnexcused(faults: readonly Fault[]): Promise<Fault | undefined> {
  for (const fault of faults) if (fault.unless === undefined || !(await fault.unless())) return fault;
  return undefined;
}

export function passed(
  evidence: readonly Evidence[],
  code: 'ok' | 'leaf-in-store' | 'partial' | 'no-answer' = 'ok',
): Verdict {
  return { verdict: 'passed', code, evidence };
}

export function failed({ code, evidence, spec }: Fault): Verdict {
  return { verdict: 'failed', code, evidence, ...(spec && { spec }) };
}

export function notReached(code: NotReachedCode, evidence: readonly Evidence[] = []): Verdict {
  return { verdict: 'not-reached', code, evidence };
}

/** Link `index`; the last one where there are fewer. */
export function linkAt(path: Path, index: number): Link {
  return path.links[index] ?? path.links.at(-1) ?? path.links[0];
}

/** Whether link `index` is believed without proof: it is in the store and the path ends with it. */
export function isAnchor(path: Path, index: number): boolean {
  return (
    index === path.links.length - 1 && (linkAt(path, index).ref.from === 'store' || path.end === 'anchor')
  );
}

/** A certificate whose issuer has its own name, RFC 5280 §3.2; key rollover makes such ones. */
export function isSelfIssued(certificate: Certificate): boolean {
  return certificate.subject.canonical === certificate.issuer.canonical;
}

/** Where an extension stands in a certificate, for evidence. */
export function extensionField(name: string): string {
  return `tbsCertificate.extensions.${name}`;
}
