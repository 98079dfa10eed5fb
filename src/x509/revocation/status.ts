/**
 * Everything that is known about the revocation of the certificates of one path, and what a client makes of
 * it. Loaded only where somebody asks.
 */
import { spec, type Spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { type Context, type Fault, failed, linkAt, passed, type Path, type Verdict } from '../path/check.ts';
import type { RevocationInput } from '../path/input.ts';
import type { Evidence } from '../path/result.ts';
import { type Answer, type Question, type SourceName, useless } from './answer.ts';
import { answersOfLists, listsFor } from './check-list.ts';
import { answerOfResponse, isAbout } from './check-response.ts';
import { decodeRevocationList, type RevocationList } from './list.ts';
import { decodeOcspResponse, type OcspResponse } from './ocsp.ts';

/** TLS feature status_request, RFC 7633: "must-staple". */
const statusRequest = 5;

/** Of a path that ends in a trust anchor. */
export async function judgeRevocation(
  path: Path,
  context: Context,
  asked: RevocationInput,
): Promise<Verdict> {
  const known = knownOf(asked);
  const evidence: Evidence[] = [];
  let unanswered = false;
  const last = asked.scope === undefined || asked.scope === 'leaf' ? 1 : path.links.length - 1;
  for (let index = 0; index < Math.min(last, path.links.length - 1); index++) {
    const { certificate, ref } = linkAt(path, index);
    const question: Question = { certificate, issuer: linkAt(path, index + 1).certificate, context };
    const staple = ref.from === 'sent' ? asked.stapled?.[ref.index] : undefined;
    const answers = await answersFor(question, staple, known, asked);
    const fault = faultOf(answers, path, index, asked, staple);
    if (fault && !context.tolerated.has(fault.code)) return failed(fault);
    const good = answers.find((answer) => answer.status === 'good');
    if (good) evidence.push({ certificate: ref, field: serialField, actual: good.source });
    else if (asked.scope !== 'answered' || answers.length > 0) unanswered = true;
  }
  return unanswered && evidence.length === 0 ? passed(evidence, 'no-answer') : passed(evidence);
}

const serialField = 'tbsCertificate.serialNumber';

interface Known {
  readonly lists: readonly RevocationList[];
  readonly responses: readonly OcspResponse[];
  /** Lists and responses that are none. */
  readonly malformed: readonly SourceName[];
}

function knownOf({ crls = [], ocsp = [] }: RevocationInput): Known {
  const lists = crls.map(decodeRevocationList);
  const responses = ocsp.map(decodeOcspResponse);
  return {
    lists: lists.flatMap((decoded) => (decoded.ok ? [decoded.value] : [])),
    responses: responses.flatMap((decoded) => (decoded.ok ? [decoded.value] : [])),
    malformed: [
      ...lists.flatMap((decoded): SourceName[] => (decoded.ok ? [] : ['CRL'])),
      ...responses.flatMap((decoded): SourceName[] => (decoded.ok ? [] : ['OCSP'])),
    ],
  };
}

async function answersFor(
  question: Question,
  staple: Bytes | undefined,
  { lists, responses, malformed }: Known,
  { nonce }: RevocationInput,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  if (staple) {
    const decoded = decodeOcspResponse(staple);
    answers.push(
      decoded.ok
        ? await answerOfResponse(decoded.value, 'OCSP staple', question, undefined)
        : useless('OCSP staple', 'malformed'),
    );
  }
  for (const response of responses)
    if (response.basic === undefined || (await isAbout(response, question)))
      answers.push(await answerOfResponse(response, 'OCSP', question, nonce));
  answers.push(...(await answersOfLists(listsFor(question.certificate, lists), question)));
  // What cannot be read might have been about this certificate.
  answers.push(...malformed.map((source) => useless(source, 'malformed')));
  return answers;
}

const codes = { CRL: 'bad-crl', OCSP: 'bad-ocsp-response', 'OCSP staple': 'bad-staple' } as const;
const specs: Readonly<Record<SourceName, Spec>> = {
  CRL: spec(5280, '6.3.3'),
  OCSP: spec(6960, '3.2'),
  'OCSP staple': spec(6066, '8'),
};

function faultOf(
  answers: readonly Answer[],
  path: Path,
  index: number,
  asked: RevocationInput,
  staple: Bytes | undefined,
): Fault | undefined {
  const { certificate, ref } = linkAt(path, index);
  const about = (actual?: string): readonly Evidence[] => [
    { certificate: ref, field: serialField, ...(actual !== undefined && { actual }) },
  ];
  const revoked = answers.find((answer) => answer.status === 'revoked');
  if (revoked) return { code: 'revoked', evidence: about(revoked.reason), spec: specs[revoked.source] };

  const promised = index === 0 && certificate.extensions.tlsfeature?.includes(statusRequest) === true;
  const stapled = answers.find(({ source }) => source === 'OCSP staple');
  if (promised && asked.mustStaple !== false && stapled?.status !== 'good') {
    const field = 'tbsCertificate.extensions.tlsfeature';
    if (staple === undefined || stapled?.status !== 'useless')
      return { code: 'staple-missing', evidence: [{ certificate: ref, field }], spec: spec(7633, '4') };
    return { code: 'bad-staple', evidence: about(stapled.why), spec: spec(7633, '4') };
  }

  if (asked.mode !== 'hard-fail' || answers.some(({ status }) => status === 'good')) return undefined;
  const bad = answers.find((answer) => answer.status === 'useless');
  if (bad) return { code: codes[bad.source], evidence: about(bad.why), spec: specs[bad.source] };
  return asked.scope === 'answered' ? undefined : { code: 'status-unknown', evidence: about() };
}
