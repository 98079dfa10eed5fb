/** Advice for chains that people bring along: one text for each way a path can fail. */
import type { FailureCode } from '../x509/path/codes.ts';
import { catalog } from './catalog.ts';
import { advice } from './en/advice.ts';

/** What the advice quotes. */
export interface AdviceFacts {
  readonly host: string;
  /** Names in the leaf. */
  readonly names: readonly string[];
  /** Whose certificate is at fault: by its subject, and where it stands in the path. */
  readonly subject: string;
  readonly place: 'leaf' | 'authority' | 'root';
}

/** The commands that go with each are in advice-commands.ts. */
export type AdviceWords = Readonly<Record<FailureCode, (facts: AdviceFacts) => string>>;

export const adviceWords = catalog<AdviceWords>('advice', advice);
