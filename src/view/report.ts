/** The run as a document: what was agreed on, every step with its explanation, every check. For notes and for paper. */
import { allConnections } from '../lab/connections.ts';
import type { Trace } from '../lab/trace.ts';
import { checkWords, explainCheck, type CheckExplanation } from '../lesson/explain-check.ts';
import { errorWords, explainError } from '../lesson/explain-error.ts';
import { explainStep, stepWords } from '../lesson/explain-step.ts';
import type { Language } from '../lesson/catalog.ts';
import type { ReportWords } from '../lesson/report.ts';
import { plainText, type Rich } from '../lesson/rich.ts';
import type { Check } from '../x509/path/result.ts';
import { bracketed, messageTitle } from './ladder.ts';
import { negotiatedNames } from './negotiated.ts';

export interface ReportStep {
  readonly number: number;
  readonly title: string;
  /** 'Browser → server, 1 454 B, plaintext'; of local work who did it. */
  readonly line: string;
  readonly body: Rich;
  readonly rfc: string;
  readonly failed: boolean;
  readonly checks: readonly {
    readonly verdict: Check['verdict'];
    readonly name: string;
    readonly text: Rich;
  }[];
}

export interface Report {
  readonly title: string;
  readonly intro: readonly string[];
  readonly steps: readonly ReportStep[];
  readonly closing: string;
}

export function reportOf(trace: Trace, title: string, language: Language, words: ReportWords): Report {
  const texts = stepWords[language];
  const checks = checkWords[language];
  const acts = trace.scenario.network.filter(({ undone }) => undone !== true).length;
  const connections = allConnections(trace).length;
  const failed = trace.outcome.kind === 'failed' ? trace.outcome.step : undefined;
  return {
    title,
    intro: [
      words.host(trace.scenario.browser.serverName),
      words.agreed(negotiatedNames(trace.negotiated)),
      words.made(trace.clock),
      ...(connections > 1 ? [words.connection(connections)] : []),
      ...(acts > 0 ? [words.network(acts)] : []),
      outcomeLine(trace, language, words),
    ],
    steps: trace.steps.map((step, index): ReportStep => {
      const { title: name, body, spec } = explainStep(step, trace, texts);
      const explained = (check: Check): CheckExplanation | undefined =>
        step.kind === 'local' ? explainCheck(check, step, trace, checks) : undefined;
      return {
        number: index + 1,
        title: step.kind === 'message' ? bracketed(messageTitle(step.message), step.level) : name,
        line:
          step.kind === 'message'
            ? [
                words.message(step.from, step.wire.bytes.length, step.level),
                ...(step.network ? [words.fates[step.network.fate]] : []),
              ].join(', ')
            : words.local(step.parties),
        body,
        rfc: `RFC ${spec.rfc} §${spec.section}`,
        failed: index === failed,
        checks: (step.kind === 'local' ? (step.path?.checks ?? []) : []).flatMap((check) => {
          const text = explained(check);
          return text ? [{ verdict: check.verdict, name: text.name, text: text.verdict }] : [];
        }),
      };
    }),
    closing: words.closing,
  };
}

function outcomeLine({ outcome, steps }: Trace, language: Language, words: ReportWords): string {
  switch (outcome.kind) {
    case 'failed': {
      const { step: at, noticedBy, error } = outcome;
      const { title } = explainError(error, errorWords[language], stepWords[language].alerts);
      return words.failed(at + 1, noticedBy, title, error.code);
    }
    case 'stalled':
      return words.stalled(steps.length, outcome.cut);
    case 'completed':
      return words.completed(steps.length);
  }
}

const marks: Readonly<Record<Check['verdict'], string>> = { passed: '✓', failed: '✗', 'not-reached': '–' };

export function markdownOf({ title, intro, steps, closing }: Report): string {
  return [
    `# ${title}`,
    '',
    ...intro.map((line) => `- ${line}`),
    '',
    ...steps.flatMap((step) => [
      `## ${step.number}. ${step.title}${step.failed ? ' ✗' : ''}`,
      '',
      `*${step.line}* (${step.rfc})`,
      '',
      markdownText(step.body),
      '',
      ...step.checks.map(
        ({ verdict, name, text }) => `- ${marks[verdict]} **${name}**: ${markdownText(text)}`,
      ),
      ...(step.checks.length > 0 ? [''] : []),
    ]),
    `---`,
    '',
    closing,
    '',
  ].join('\n');
}

/** Code stays code; what Markdown would take for its own is told apart. */
function markdownText(text: Rich): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return part.replace(/([\\`*_[\]<])/g, '\\$1');
      if ('code' in part) return `\`${part.code.replaceAll('`', '´')}\``;
      return plainText([part]);
    })
    .join('');
}
