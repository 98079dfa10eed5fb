/** What is looked at after a connection that should have worked. */
import { endText } from '../../scripts/bridge/run.ts';
import type { Ended } from '../../scripts/bridge/listen.ts';
import { decodeTrace, encodeTrace, isProblem } from '../../src/lab/serialize.ts';
import { expect, expectEqual, schemeOf, sendsCertificate, type Cell } from './cases.ts';

/** Closed in order by both sides, everything negotiated as asked, and the trace is one that the app opens. */
export function expectGood(
  ended: Pick<Ended, 'end' | 'trace'>,
  cell: Cell,
  extra: { readonly retry?: boolean } = {},
): void {
  const { end, trace } = ended;
  expectEqual(end.kind, 'closed', `our side ended so: ${endText(end)}; kind`);
  const { negotiated } = trace;
  expectEqual(negotiated.version, 0x0304, 'version');
  expectEqual(negotiated.suite, cell.suite.code, 'suite');
  expectEqual(negotiated.group, cell.group.code, 'group');
  expectEqual(negotiated.helloRetryRequest, extra.retry ?? false, 'HelloRetryRequest');
  expect(
    schemeOf[cell.cert].includes(negotiated.signatureScheme ?? 0),
    `server signed with ${negotiated.signatureScheme}`,
  );
  if (sendsCertificate(cell.auth)) {
    expect(
      schemeOf[cell.clientCert].includes(negotiated.clientSignatureScheme ?? 0),
      `client signed with ${negotiated.clientSignatureScheme}`,
    );
  } else {
    expectEqual(negotiated.clientSignatureScheme, undefined, 'client signature');
  }
  expectTrace(ended);
}

/** The trace survives a file, and says what happened. */
export function expectTrace({ trace, end }: Pick<Ended, 'end' | 'trace'>): void {
  const decoded = decodeTrace(encodeTrace(trace));
  expect(!isProblem(decoded), isProblem(decoded) ? decoded.problem : '');
  expectEqual(trace.source.kind, 'bridge', 'source of the trace');
  expectEqual(trace.outcome.kind, end.kind === 'failed' ? 'failed' : 'completed', 'outcome in the trace');
}
