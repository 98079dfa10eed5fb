/**
 * What the network does, as a link writes it: acts joined by `;`, each `on:act`, then what the act needs,
 * `~` in front of one that was taken back.
 *
 *     server_hello:flip@11.01;client_hello:set@ClientHello.cipher_suites=1302;certificate_verify:drop
 */
import type { NetworkAct } from '../lab/scenario.ts';

const most = 64;
const name = '[a-z0-9_]{1,40}';
const hex = '(?:[0-9a-f]{2}){0,20000}';

export function writeNetworkActs(acts: readonly NetworkAct[]): string {
  return acts.length === 0
    ? '-'
    : acts.map((act) => `${act.undone ? '~' : ''}${act.on}:${act.act}${argumentOf(act)}`).join(';');
}

function argumentOf(act: NetworkAct): string {
  switch (act.act) {
    case 'flip':
      return `@${act.at}.${act.mask.toString(16).padStart(2, '0')}`;
    case 'overwrite':
      return `@${act.at}=${act.bytes}`;
    case 'set':
      return `@${act.path}=${act.bytes}`;
    case 'truncate':
      return `@${act.to}`;
    case 'reconnect':
      return `@${act.seconds}`;
    case 'delay':
      return `@${act.until}`;
    case 'replay':
      return `@${act.after}`;
    case 'inject':
      return `=${act.bytes}`;
    case 'drop':
    case 'duplicate':
    case 'cut':
      return '';
  }
}

/** Undefined for text that is no list of acts. */
export function readNetworkActs(text: string): readonly NetworkAct[] | undefined {
  if (text === '-') return [];
  const parts = text.split(';');
  if (parts.length > most) return undefined;
  const acts = parts.map(readAct);
  return acts.every((act) => act !== undefined) ? acts : undefined;
}

function readAct(text: string): NetworkAct | undefined {
  const match = new RegExp(`^(~?)(${name}):([a-z]+)(.*)$`, 's').exec(text);
  const [, undone, on = '', act, rest = ''] = match ?? [];
  const base = { on, ...(undone === '~' && { undone: true as const }) };
  switch (act) {
    case 'flip': {
      const [, at, mask] = /^@(\d{1,6})\.([0-9a-f]{2})$/.exec(rest) ?? [];
      return at === undefined || mask === undefined
        ? undefined
        : { ...base, act, at: Number(at), mask: Number.parseInt(mask, 16) };
    }
    case 'overwrite': {
      const [, at, bytes] = new RegExp(`^@(\\d{1,6})=(${hex})$`).exec(rest) ?? [];
      return at === undefined || bytes === undefined ? undefined : { ...base, act, at: Number(at), bytes };
    }
    case 'set': {
      const [, path, bytes] = new RegExp(`^@([\\w.[\\] -]{1,400})=(${hex})$`).exec(rest) ?? [];
      return path === undefined || bytes === undefined ? undefined : { ...base, act, path, bytes };
    }
    case 'truncate': {
      const [, to] = /^@(\d{1,6})$/.exec(rest) ?? [];
      return to === undefined ? undefined : { ...base, act, to: Number(to) };
    }
    case 'reconnect': {
      const [, seconds] = /^@(\d{1,6})$/.exec(rest) ?? [];
      return seconds === undefined ? undefined : { ...base, act, seconds: Number(seconds) };
    }
    case 'delay':
    case 'replay': {
      const [, other] = new RegExp(`^@(${name})$`).exec(rest) ?? [];
      if (other === undefined) return undefined;
      return act === 'delay' ? { ...base, act, until: other } : { ...base, act, after: other };
    }
    case 'inject': {
      const [, bytes] = new RegExp(`^=(${hex})$`).exec(rest) ?? [];
      return bytes === undefined ? undefined : { ...base, act, bytes };
    }
    case 'drop':
    case 'duplicate':
    case 'cut':
      return rest === '' ? { ...base, act } : undefined;
    default:
      return undefined;
  }
}
