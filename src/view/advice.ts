/** Advice about a chain that somebody brought: what failed, in which certificate, and where that one stands. */
import type { Trace } from '../lab/trace.ts';
import type { AdviceFacts } from '../lesson/advice.ts';
import { failureCodes, type FailureCode } from '../x509/path/codes.ts';
import type { PathResult } from '../x509/path/result.ts';
import { cardAt } from './trust-certificates.ts';

export interface Advice {
  readonly code: FailureCode;
  readonly facts: AdviceFacts;
}

/** Undefined for a chain that is trusted. */
export function adviceFor(trace: Trace, { failure }: Pick<PathResult, 'failure'>): Advice | undefined {
  if (failure === undefined || !isFailureCode(failure.code)) return undefined;
  const { browser, server } = trace.scenario;
  const at = failure.evidence.find(({ certificate }) => certificate)?.certificate;
  const subject = at && cardAt(trace, at, 'server')?.name;
  return {
    code: failure.code,
    facts: {
      host: browser.serverName,
      names: server.names,
      subject: subject ?? browser.serverName,
      place:
        at === undefined || (at.from === 'sent' && at.index === 0)
          ? 'leaf'
          : at.from === 'store'
            ? 'root'
            : 'authority',
    },
  };
}

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(failureCodes, code);
}
