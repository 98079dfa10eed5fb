/**
 * The link: what is on screen as a fragment that people can read and edit.
 *
 *     #/lab?v=1&s=missing-intermediate&step=6&tab=checks&server.suites=1302,1301
 *     #/attack?v=1&s=tls13&network=server_hello:flip@11.01
 *     #/suites?v=1&…
 *
 * Every page owns its parameters (pages/codecs.ts); those of pages that show the current run are written and read here:
 * `v` version · `s` preset · `step` from 1 · `tab` · `view` wire or plain · `f` selected field ·
 * `eve` 0 when hidden · `answer` to the question of an attack · then every setting that differs from the preset, by its path.
 * What has its usual value is left out. A new version adds one upgrader; old links keep working.
 */
import type { ScenarioId } from '../lab/scenario.ts';
import { languages, type Language } from '../lesson/catalog.ts';
import { changesBetween, withSetting } from '../view/changes.ts';
import type { SettingPath } from '../view/changes.ts';
import { settingCodecs } from './link-settings.ts';
import type { Parameters, Presets } from './pages/page.ts';
import { codecs } from './pages/codecs.ts';
import { initialViews, isPage, isRunPage } from './pages/pages.ts';
import type { ExistingPage, OtherPage, PageViews, RunPage } from './pages/pages.ts';
import type { ByteViewName, LinkedView, Tab } from './store.ts';

export const linkVersion = 1;

/** What is wrong with a link, by the part that is wrong. `value` is what stood there. */
export interface LinkProblem {
  readonly reason:
    | 'no-version'
    | 'newer-version'
    | 'unknown-page'
    | 'unknown-parameter'
    | 'bad-value'
    | 'unreadable';
  readonly parameter: string;
  readonly value: string;
  /** The page that is shown instead, as it opens by itself. */
  readonly page: ExistingPage;
}

export type ParsedLink =
  /** Asks for nothing: the start page. */
  | { readonly kind: 'none' }
  | { readonly kind: 'view'; readonly page: RunPage; readonly view: LinkedView }
  | { readonly kind: 'page'; readonly page: OtherPage; readonly view: PageViews[OtherPage] }
  | { readonly kind: 'problem'; readonly problem: LinkProblem };

/** Parameters of version n, as version n + 1 says them. */
export type Upgrader = (parameters: Parameters) => Parameters;

/** upgraders[n] brings a link from version n to n + 1. None yet: this is version 1. */
const upgraders: Readonly<Record<number, Upgrader>> = {};

const tabs: readonly Tab[] = [
  'bytes',
  'crypto',
  'certificates',
  'keys',
  'checks',
  'ledger',
  'fields',
  'negotiation',
];

/** The fragment for a view, '#' included. */
export function linkTo(view: LinkedView, presets: Presets, page: RunPage = 'lab'): string {
  const { scenario } = view;
  const parameters: [string, string][] = [
    ['v', String(linkVersion)],
    ['s', scenario.preset],
    ['step', String(view.step + 1)],
  ];
  if (view.tab !== 'bytes') parameters.push(['tab', view.tab]);
  if (view.byteView !== 'plain') parameters.push(['view', view.byteView]);
  if (view.selectedField !== undefined) parameters.push(['f', view.selectedField]);
  if (!view.eve) parameters.push(['eve', '0']);
  if (view.answer !== undefined) parameters.push(['answer', view.answer]);
  for (const { path, value } of changesBetween(scenario, presets[scenario.preset]))
    parameters.push([path, settingCodecs[path].write(value)]);
  return `#/${page}?${query(parameters)}`;
}

/** The fragment for a page other than the Lab; '#/suites' when it shows what it shows by itself. */
export function pageLink<Page extends OtherPage>(
  page: Page,
  view: PageViews[Page],
  presets: Presets,
): string {
  const parameters = codecs[page].write(view, presets);
  return parameters.length === 0
    ? `#/${page}`
    : `#/${page}?${query([['v', String(linkVersion)], ...parameters])}`;
}

/** Reads a fragment. Never throws: what cannot be read is a problem that names its parameter. */
export function parseLink(
  fragment: string,
  presets: Presets,
  steps = upgraders,
  current = linkVersion,
): ParsedLink {
  const text = fragment.replace(/^#/, '');
  if (text === '' || text === '/') return { kind: 'none' };
  if (text === '/lab') return viewOf(new Map(), presets, 'lab');
  const [path = '', query = ''] = splitOnce(text, '?');
  const page = path.replace(/^\//, '');
  if (path === '/') return startOf(query);
  if (!path.startsWith('/') || !isPage(page)) return wrong('unknown-page', 'page', path);
  if (page !== 'lab' && query === '') return { kind: 'page', page, view: initialViews[page] };

  const parsed = withoutFrame(parametersOf(query));
  if ('problem' in parsed) return { kind: 'problem', problem: { ...parsed.problem, page } };
  const upgraded = upgrade(parsed.parameters, steps, current);
  if ('problem' in upgraded) return { kind: 'problem', problem: { ...upgraded.problem, page } };
  if (isRunPage(page)) return viewOf(upgraded.parameters, presets, page);

  const own = new Map(upgraded.parameters);
  own.delete('v');
  const read = codecs[page].read(own, presets);
  return 'problem' in read
    ? { kind: 'problem', problem: { ...read.problem, page } }
    : { kind: 'page', page, view: read.view };
}

/** The start page has nothing to say in a link but how it is framed. */
function startOf(query: string): ParsedLink {
  const parsed = withoutFrame(parametersOf(query));
  if ('problem' in parsed) return { kind: 'problem', problem: { ...parsed.problem, page: 'lab' } };
  const unknown = [...parsed.parameters].find(([name]) => name !== 'v');
  return unknown ? wrong('unknown-parameter', ...unknown) : { kind: 'none' };
}

function viewOf(parameters: Parameters, presets: Presets, page: RunPage): ParsedLink {
  const preset = parameters.get('s') ?? 'tls13';
  if (!Object.hasOwn(presets, preset)) return wrong('bad-value', 's', preset);
  let scenario = presets[preset as ScenarioId];
  let step = 0;
  let tab: Tab = 'bytes';
  let byteView: ByteViewName = 'plain';
  let selectedField: string | undefined;
  let eve = true;
  let answer: string | undefined;

  for (const [name, value] of parameters) {
    if (name === 'v' || name === 's') continue;
    else if (name === 'step') {
      if (!/^[1-9]\d{0,3}$/.test(value)) return wrong('bad-value', name, value);
      step = Number(value) - 1;
    } else if (name === 'tab') {
      const known = tabs.find((candidate) => candidate === value);
      if (!known) return wrong('bad-value', name, value);
      tab = known;
    } else if (name === 'view') {
      if (value !== 'wire' && value !== 'plain') return wrong('bad-value', name, value);
      byteView = value;
    } else if (name === 'f') {
      if (value === '' || value.length > 400) return wrong('bad-value', name, value);
      selectedField = value;
    } else if (name === 'eve') {
      if (value !== '0' && value !== '1') return wrong('bad-value', name, value);
      eve = value === '1';
    } else if (name === 'answer') {
      if (!/^[a-z0-9_@-]{1,60}$/.test(value)) return wrong('bad-value', name, value);
      answer = value;
    } else if (Object.hasOwn(settingCodecs, name)) {
      const setting = settingCodecs[name as SettingPath].read(value);
      if (setting === undefined) return wrong('bad-value', name, value);
      scenario = withSetting(scenario, name as SettingPath, setting);
    } else return wrong('unknown-parameter', name, value);
  }
  return { kind: 'view', page, view: { scenario, step, tab, byteView, selectedField, eve, answer } };
}

type Fault = Omit<LinkProblem, 'page'>;

function upgrade(
  parameters: Parameters,
  steps: Readonly<Record<number, Upgrader>>,
  current: number,
): { parameters: Parameters } | { problem: Fault } {
  const written = parameters.get('v');
  if (written === undefined) return { problem: { reason: 'no-version', parameter: 'v', value: '' } };
  if (!/^[1-9]\d{0,3}$/.test(written))
    return { problem: { reason: 'bad-value', parameter: 'v', value: written } };
  let version = Number(written);
  if (version > current) return { problem: { reason: 'newer-version', parameter: 'v', value: written } };
  let upgraded = parameters;
  for (; version < current; version++) {
    const step = steps[version];
    if (!step) return { problem: { reason: 'bad-value', parameter: 'v', value: written } };
    upgraded = step(upgraded);
  }
  return { parameters: upgraded };
}

/** How the page is framed, whatever it shows: `theme` and `lang` for this visit, `embed` for a page inside a page. */
export interface LinkFrame {
  readonly theme?: 'light' | 'dark';
  readonly language?: Language;
  readonly embedded: boolean;
}

/** What is not understood counts as not said here; `parseLink` complains of it. */
export function frameOf(fragment: string): LinkFrame {
  const parsed = parametersOf(splitOnce(fragment, '?')[1] ?? '');
  const parameters = 'parameters' in parsed ? parsed.parameters : new Map<string, string>();
  const theme = parameters.get('theme');
  const language = languages.find((one) => one === parameters.get('lang'));
  return {
    ...((theme === 'light' || theme === 'dark') && { theme }),
    ...(language && { language }),
    embedded: parameters.get('embed') === '1',
  };
}

function withoutFrame(parsed: ReturnType<typeof parametersOf>): ReturnType<typeof parametersOf> {
  if ('problem' in parsed) return parsed;
  const rest = new Map(parsed.parameters);
  for (const [name, allowed] of [
    ['theme', ['light', 'dark']],
    ['lang', languages],
    ['embed', ['1']],
  ] as const) {
    const value = rest.get(name);
    if (value !== undefined && !(allowed as readonly string[]).includes(value))
      return { problem: { reason: 'bad-value', parameter: name, value } };
    rest.delete(name);
  }
  return { parameters: rest };
}

function parametersOf(query: string): { parameters: Parameters } | { problem: Fault } {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const [name = '', raw = ''] = splitOnce(pair, '=');
    try {
      parameters.set(decodeURIComponent(name), decodeURIComponent(raw));
    } catch {
      // A cut percent escape: the link was shortened on its way.
      return { problem: { reason: 'unreadable', parameter: name, value: raw } };
    }
  }
  return { parameters };
}

function wrong(reason: LinkProblem['reason'], parameter: string, value: string): ParsedLink {
  return { kind: 'problem', problem: { reason, parameter, value, page: 'lab' } };
}

function query(parameters: readonly (readonly [name: string, value: string])[]): string {
  return parameters.map(([name, value]) => `${name}=${escaped(value)}`).join('&');
}

/** Percent-encodes what a fragment parameter may not hold, and leaves the readable rest. */
function escaped(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|3A|2F|5B|5D|40|3B)/g, (escape) =>
    decodeURIComponent(escape),
  );
}

function splitOnce(text: string, at: string): readonly string[] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
