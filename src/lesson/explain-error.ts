/** Headline and reason of a fault. Loaded when a run has failed. */
import { alertCodes, type AlertName } from '../tls/registry/alerts.ts';
import type { TlsError } from '../tls/errors.ts';
import { catalog } from './catalog.ts';
import { errors } from './en/errors.ts';
import type { ErrorText, ErrorWords } from './error-words.ts';
import type { StepWords } from './words.ts';

export const errorWords = catalog<ErrorWords>('errors', errors);

/**
 * The fault by its code. Failures of path validation have their headline here; why, in the learner's
 * world, is the text of the validate step (`explainStep`). `alerts`: the step catalog's texts.
 */
export function explainError(error: TlsError, words: ErrorWords, alerts: StepWords['alerts']): ErrorText {
  const fault = lookUp(words.faults, error.code);
  if (fault !== undefined) return fault;
  const path = lookUp(words.paths, error.code);
  if (path !== undefined) return { title: path, body: [error.detail] };
  if (!error.code.startsWith('received-')) return words.unknown(error.code);
  const alert = error.code.slice('received-'.length);
  return alert in alertCodes
    ? words.received(alert as AlertName, alerts[alert as AlertName])
    : words.receivedUnknown;
}

function lookUp<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  return table[code];
}
