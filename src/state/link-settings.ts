/** How each setting of a scenario is written in a link. A setting without a codec does not compile. */
import { certificateKeyTypes } from '../authority/pki.ts';
import { certificateFaults, clientCertificateKinds } from '../lab/certificate-faults.ts';
import type { Scenario, SharedKey } from '../lab/scenario.ts';
import { readNetworkActs, writeNetworkActs } from './link-network.ts';
import type { Setting, SettingPath } from '../view/changes.ts';
import { isClock, longestTyped, readHost, readProtocol } from '../view/configure-fields.ts';

/** `read` gives undefined for text that is no value of the setting. */
export interface SettingCodec<Value> {
  readonly write: (value: Value) => string;
  readonly read: (text: string) => Value | undefined;
}

type ValueAt<Path extends SettingPath> =
  Path extends `${infer Part extends 'browser' | 'server'}.${infer Name}`
    ? Name extends keyof Scenario[Part]
      ? Scenario[Part][Name]
      : never
    : Path extends keyof Scenario
      ? Scenario[Path]
      : never;

const flag: SettingCodec<boolean> = {
  write: (value) => (value ? '1' : '0'),
  read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
};

/** Text is quoted by the percent escapes of the link itself. */
const text: SettingCodec<string> = {
  write: (value) => value,
  // Each line end of what was typed counts two here.
  read: (value) => (value.length <= 2 * longestTyped ? value : undefined),
};

const host: SettingCodec<string> = {
  write: (value) => value,
  read: (value) => (readHost(value) === value ? value : undefined),
};

/** Wire values in hex, four digits each, in order: '1301,1303'. An empty list is '-'. */
const codes: SettingCodec<readonly number[]> = {
  write: (value) =>
    value.length === 0 ? '-' : value.map((code) => code.toString(16).padStart(4, '0')).join(','),
  read: (value) => {
    if (value === '-') return [];
    const parts = value.split(',');
    const good = parts.every((part) => /^[0-9a-f]{4}$/.test(part)) && new Set(parts).size === parts.length;
    return good ? parts.map((part) => Number.parseInt(part, 16)) : undefined;
  },
};

/** Names joined by commas; a comma or percent sign inside a name is escaped once more. */
const names: SettingCodec<readonly string[]> = {
  write: (value) =>
    value.length === 0 ? '-' : value.map((name) => name.replace(/[%,]|^-$/g, hexEscape)).join(','),
  read: (value) => {
    if (value === '-') return [];
    const parts = value.split(',');
    if (parts.length > 64 || parts.some((part) => part.length > 1000)) return undefined;
    return parts.map((part) => part.replace(/%(25|2C|2D)/g, (escape) => decodeURIComponent(escape)));
  },
};

/** Names of protocols, none that the hello has no room for. */
const protocols: SettingCodec<readonly string[]> = {
  write: names.write,
  read: (value) => {
    const found = names.read(value);
    return found?.every((name) => readProtocol(name) === name) === true ? found : undefined;
  },
};

function hexEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function whole(from: number, to: number): SettingCodec<number> {
  return {
    write: String,
    read: (value) => {
      const number = Number(value);
      return /^-?\d{1,16}$/.test(value) && number >= from && number <= to ? number : undefined;
    },
  };
}

function oneOf<const Value extends string>(...allowed: readonly Value[]): SettingCodec<Value> {
  return { write: (value) => value, read: (value) => allowed.find((candidate) => candidate === value) };
}

function someOf<const Value extends string>(...allowed: readonly Value[]): SettingCodec<readonly Value[]> {
  return {
    write: (value) => (value.length === 0 ? '-' : value.join(',')),
    read: (value) => {
      if (value === '-') return [];
      const found = value.split(',').map((part) => allowed.find((candidate) => candidate === part));
      return found.every((part) => part !== undefined) ? found : undefined;
    },
  };
}

/** Milliseconds since 1970 as an ISO time; 'now' follows the real clock. */
const clock: SettingCodec<number | null> = {
  write: (value) => (value === null ? 'now' : new Date(value).toISOString()),
  read: (value) => {
    if (value === 'now') return null;
    const time = Date.parse(value);
    return /^[+-]?\d{4,6}-\d\d-\d\dT/.test(value) && isClock(time) ? time : undefined;
  },
};

/** From any clock to any other, and some centuries. */
const mostDays = 400_000;

/** Days from the clock: '-53..37'. */
const period: SettingCodec<readonly [number, number]> = {
  write: ([from, to]) => `${from}..${to}`,
  read: (value) => {
    const match = /^(-?\d{1,6})\.\.(-?\d{1,6})$/.exec(value);
    const days = [Number(match?.[1]), Number(match?.[2])] as const;
    return days.every((day) => Math.abs(day) <= mostDays) ? days : undefined;
  },
};

/** Name and key: 'sensor-7:8f3a…'; '-' is none. */
const sharedKey: SettingCodec<SharedKey | null> = {
  write: (value) => (value === null ? '-' : `${value.identity}:${value.key}`),
  read: (value) => {
    if (value === '-') return null;
    const match = /^(.{1,255}):((?:[0-9a-f]{2}){1,64})$/su.exec(value);
    return match ? { identity: match[1] ?? '', key: match[2] ?? '' } : undefined;
  },
};

const roots = ['lakeside', 'harbour', 'meridian', 'northgate', 'alderbrook', 'fennick'] as const;
const anchors = [...roots, 'own'] as const;
const chain = ['leaf', 'sub-ca', 'intermediate', 'cross-sign', 'root', 'unrelated'] as const;
const padding = whole(0, 16_384);

/** A serial number in hex; empty for none. */
const serial: SettingCodec<string> = {
  write: (value) => (value === '' ? '-' : value),
  read: (value) => (value === '-' ? '' : /^([0-9a-f]{2}){1,40}$/.test(value) ? value : undefined),
};

const typed: { readonly [Path in SettingPath]: SettingCodec<ValueAt<Path>> } = {
  clock: clock,
  keyUpdate: flag,
  resume: oneOf('none', 'ticket', 'session-id'),
  resumeAfter: whole(0, 999_999_999),
  network: { write: writeNetworkActs, read: readNetworkActs },
  'browser.versions': codes,
  'browser.extendedMainSecret': flag,
  'browser.encryptThenMac': flag,
  'browser.fallbackScsv': flag,
  'server.versions': codes,
  'server.extendedMainSecret': flag,
  'server.encryptThenMac': flag,
  'server.dhGroup': oneOf('ffdhe2048', 'ffdhe3072', 'modp1024'),
  'browser.suites': codes,
  'browser.groups': codes,
  'browser.keyShares': codes,
  'browser.signatureSchemes': codes,
  'browser.serverName': host,
  'browser.sni': flag,
  'browser.alpn': protocols,
  'browser.grease': flag,
  'browser.compatibilityMode': flag,
  'browser.padding': padding,
  'browser.roots': someOf(...anchors),
  'browser.compromised': someOf(...anchors),
  'browser.cached': someOf(...chain),
  'browser.aia': flag,
  'browser.statusRequest': flag,
  'browser.revocation': oneOf('off', 'soft-fail', 'hard-fail'),
  'browser.clientCertificate': oneOf(...clientCertificateKinds),
  'browser.pskModes': codes,
  'browser.psk': sharedKey,
  'browser.earlyData': flag,
  'browser.postHandshakeAuth': flag,
  'browser.ownCertificate': serial,
  'browser.clickThrough': flag,
  'browser.hsts': flag,
  'browser.renegotiate': flag,
  'browser.request': text,
  'server.suites': codes,
  'server.groups': codes,
  'server.signatureSchemes': codes,
  'server.preference': oneOf('server', 'browser'),
  'server.alpn': protocols,
  'server.keyType': oneOf(...certificateKeyTypes),
  'server.names': names,
  'server.validity': period,
  'server.issuer': oneOf(...anchors),
  'server.faults': someOf(...certificateFaults),
  'server.sends': someOf(...chain),
  'server.ownCertificate': serial,
  'server.staple': oneOf('none', 'good', 'revoked', 'stale'),
  'server.responder': oneOf('issuer', 'delegated'),
  'server.repository': flag,
  'server.clientAuth': oneOf('none', 'request', 'require'),
  'server.clientRoots': someOf('staff', 'partner'),
  'server.postHandshakeAuth': flag,
  'server.pskModes': codes,
  'server.psk': sharedKey,
  'server.tickets': whole(0, 8),
  'server.earlyData': oneOf('off', 'accept', 'refuse'),
  'server.antiReplay': oneOf('list', 'single-use', 'off'),
  'server.cookie': flag,
  'server.padding': padding,
  'server.response': text,
};

/** The same table for callers that have the path as a value. */
export const settingCodecs = typed as unknown as Readonly<Record<SettingPath, SettingCodec<Setting>>>;
