/** The words over a step: title, paragraph of the standard, and what happens in this very run. */
import { type Spec, spec } from '../bytes/spec.ts';
import type { MessageStep, Step, Trace } from '../lab/trace.ts';
import { catalog } from './catalog.ts';
import { steps } from './en/steps.ts';
import { factsOf, faultOf } from './facts.ts';
import type { Rich } from './rich.ts';
import { sentences } from './rich.ts';
import type { FactsOf, StepCase, StepFacts } from './step-facts.ts';
import type { StepExplanation, StepText, StepWords } from './words.ts';

/** Needed for the first screen. */
export const stepWords = catalog<StepWords>('steps', steps);

export function explainStep(step: Step, trace: Trace, words: StepWords): StepExplanation {
  const facts = factsOf(step, trace);
  const text = textOf(facts, words);
  const fault = faultOf(step, facts, trace);
  return {
    title: text.title,
    body: fault ? sentences(text.body, words.fault(fault)) : text.body,
    spec: tls12Spec(step, facts) ?? specOf(facts),
  };
}

/** About the dummy ChangeCipherSpec records right before a message; undefined where there are none. */
export function explainCompatibility(step: MessageStep, words: StepWords): Rich | undefined {
  const record = step.compatibilityRecords[0];
  return record && words.compatibilityNote({ from: record.from, bytes: record.bytes.length });
}

/** The text of a case with given facts. */
export function textOf<C extends StepCase>(facts: FactsOf<C>, words: StepWords): StepText {
  const text = words.cases[facts.case] as (facts: StepFacts) => StepText;
  return text(facts);
}

/** Cases that both versions share, where TLS 1.2 has a paragraph of its own. */
function tls12Spec(step: Step, facts: StepFacts): Spec | undefined {
  if (step.negotiated.version !== 0x0303) return undefined;
  switch (facts.case) {
    case 'certificate':
      return spec(5246, facts.from === 'server' ? '7.4.2' : '7.4.6');
    case 'empty-certificate':
      return spec(5246, '7.4.6');
    case 'certificate-request':
      return spec(5246, '7.4.4');
    case 'certificate-verify':
    case 'signature-verified':
    case 'signature-rejected':
      return spec(5246, '7.4.8');
    case 'close-notify':
      return spec(5246, '7.2.1');
    case 'alert':
      return spec(5246, '7.2.2');
    case 'unreadable-record':
      return spec(5246, '6.2.3');
    default:
      return undefined;
  }
}

function specOf(facts: StepFacts): Spec {
  if (facts.case === 'alert') return facts.code === 90 ? spec(9846, '6.1') : spec(9846, '6.2');
  const late = (facts.case === 'certificate-request' || facts.case === 'finished') && facts.late;
  return late ? spec(9846, '4.7.2') : specs[facts.case];
}

const specs: Readonly<Record<Exclude<StepCase, 'alert'>, Spec>> = {
  'client-hello': spec(9846, '4.2.2'),
  'hello-inside': spec(5746, '4.5'),
  'second-client-hello': spec(9846, '4.2.2'),
  'hello-retry-request': spec(9846, '4.2.4'),
  'server-hello': spec(9846, '4.2.3'),
  'negotiation-failure': spec(9846, '4.2.1'),
  'verify-binder': spec(9846, '4.3.11.2'),
  'derive-early-keys': spec(9846, '7.1'),
  'early-data': spec(9846, '2.3'),
  'end-of-early-data': spec(9846, '4.6'),
  'derive-handshake-keys': spec(9846, '7.1'),
  'encrypted-extensions': spec(9846, '4.4.1'),
  'certificate-request': spec(9846, '4.4.2'),
  'tls12-server-hello': spec(5246, '7.4.1.3'),
  'resuming-server-hello': spec(5246, '7.3'),
  'old-server-hello': spec(8996, '4'),
  'server-key-exchange': spec(5246, '7.4.3'),
  'params-verified': spec(5246, '7.4.3'),
  'params-rejected': spec(5246, '7.4.3'),
  'server-hello-done': spec(5246, '7.4.5'),
  'client-key-exchange': spec(5246, '7.4.7'),
  'decrypt-premaster-secret': spec(5246, '7.4.7.1'),
  'derive-key-block': spec(5246, '6.3'),
  'change-cipher-spec': spec(5246, '7.1'),
  'tls12-finished': spec(5246, '7.4.9'),
  'tls12-application-data': spec(5246, '6.2.3'),
  'tls12-new-session-ticket': spec(5077, '3.3'),
  'certificate-status': spec(6066, '8'),
  'hello-request': spec(5246, '7.4.1.1'),
  certificate: spec(9846, '4.5.1'),
  'empty-certificate': spec(9846, '4.5.1'),
  'chain-valid': spec(5280, '6'),
  'chain-invalid': spec(5280, '6'),
  'certificate-verify': spec(9846, '4.5.2'),
  'signature-verified': spec(9846, '4.5.2'),
  'signature-rejected': spec(9846, '4.5.2'),
  finished: spec(9846, '4.5.3'),
  'derive-application-keys': spec(9846, '7.1'),
  'application-data': spec(9846, '5.2'),
  'new-session-ticket': spec(9846, '4.7.1'),
  'key-update': spec(9846, '4.7.3'),
  'close-notify': spec(9846, '6.1'),
  'unreadable-record': spec(9846, '5.2'),
  other: spec(9846, '4'),
};
