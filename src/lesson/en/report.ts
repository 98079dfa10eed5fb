import type { Level, Party } from '../../lab/trace.ts';
import { grouped, plural } from '../catalog.ts';
import { other, Party as Capital, party } from './grammar.ts';

const levels: Readonly<Record<Level, string>> = {
  plaintext: 'in the clear',
  early: 'under early keys',
  handshake: 'under handshake keys',
  application: 'under application keys',
};

export const report = {
  host: (name: string) => `Name asked for: ${name === '' ? 'none' : name}`,
  agreed: (names: readonly string[]) =>
    names.length === 0 ? 'Nothing was agreed on' : `Agreed on: ${names.join(', ')}`,
  made: (clock: number) => `Clock of the run: ${new Date(clock).toISOString().replace(/\.\d+Z$/, 'Z')}`,
  completed: (steps: number) => `Completed in ${plural(steps, 'step', 'steps')}`,
  failed: (step: number, by: Party, what: string, code: string) =>
    `Failed at step ${step}: ${what} (${code}), found by ${party(by)}`,
  stalled: (steps: number, cut: boolean) =>
    cut
      ? `Cut off after ${plural(steps, 'step', 'steps')}, without close_notify`
      : `Stalled after ${plural(steps, 'step', 'steps')}: nobody found a fault, and nothing moves any more`,
  network: (acts: number) =>
    `Mallory stood between them: ${plural(acts, 'edit', 'edits')}, named at the messages below`,
  connection: (number: number) => `Connection ${number} of its run`,
  fates: {
    edited: 'changed on the way by Mallory',
    truncated: 'cut short by Mallory',
    dropped: 'kept back by Mallory, never arrived',
    duplicated: 'sent twice by Mallory',
    delayed: 'held up by Mallory',
    replayed: 'sent again by Mallory',
    injected: 'Mallory’s own',
    'cut-off': 'lost: Mallory had cut the wire',
  },
  message: (from: Party, bytes: number, level: Level) =>
    `${Capital(from)} to ${party(other(from))}, ${grouped(bytes)} B, ${levels[level]}`,
  local: (parties: readonly Party[]) =>
    parties.length === 2
      ? 'Both sides, nothing on the wire'
      : `${Capital(parties[0] ?? 'browser')}, nothing on the wire`,
  closing:
    'Made with Handshake Lab: a real handshake between a TLS client and a TLS server in one page, with invented certification authorities. Every number is of this very run.',
  /** Where a certificate of the path graph came from. */
  from: {
    sent: 'sent',
    store: 'in the root store',
    cache: 'from the cache',
    fetched: 'fetched by AIA',
    nowhere: 'nobody has it',
  },
  print: { verdicts: { passed: 'passed', failed: 'failed', 'not-reached': 'not reached' } },
};
