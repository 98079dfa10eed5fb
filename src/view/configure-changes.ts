/** The change list of the Configure sheet: what differs from the preset, and how to take it back. */
import { utf8 } from '../bytes/hex.ts';
import { applyPatch } from '../lab/scenario-patch.ts';
import type { Scenario, SharedKey } from '../lab/scenario.ts';
import type { ChangeForm } from '../lesson/configure.ts';
import { clockPatch } from './configure-clock.ts';
import { groupLabel, pskModeLabel, schemeLabel, suiteLabel, versionLabel } from './configure-names.ts';
import { type Change, changesBetween, type Setting, type SettingPath, withoutChange } from './changes.ts';

export interface ChangeChip {
  readonly path: SettingPath;
  readonly form: ChangeForm;
}

/** One chip per setting that differs, in the order of the sheet: browser, server, shared. */
export function changeChips(scenario: Scenario, preset: Scenario): readonly ChangeChip[] {
  return changesBetween(scenario, preset)
    .map((change) => ({ path: change.path, form: formOf(change) }))
    .toSorted((a, b) => rank(a.path) - rank(b.path));
}

/**
 * `scenario` with one setting as in the preset. Key shares stay a subset of the groups offered, and
 * the clock takes the dates of the certificate along. `wallClock` is the real clock's reading.
 */
export function revertChange(
  scenario: Scenario,
  preset: Scenario,
  path: SettingPath,
  wallClock: number,
): Scenario {
  if (path === 'clock') return applyPatch(scenario, clockPatch(scenario, preset.clock, wallClock));
  const reverted = withoutChange(scenario, preset, path);
  const { groups, keyShares } = reverted.browser;
  return {
    ...reverted,
    browser: { ...reverted.browser, keyShares: keyShares.filter((code) => groups.includes(code)) },
  };
}

function rank(path: SettingPath): number {
  return path.startsWith('browser.') ? 0 : path.startsWith('server.') ? 1 : 2;
}

function formOf({ path, value, before }: Change): ChangeForm {
  switch (path) {
    case 'clock':
      return { form: 'time', value: value as number | null };
    case 'server.validity': {
      const [from = 0, to = 0] = value as readonly number[];
      return { form: 'days', from, to };
    }
    case 'server.sends':
    case 'server.faults':
    case 'server.clientRoots':
    case 'browser.cached':
    case 'browser.compromised':
      return listForm(value as readonly string[], before as readonly string[], String);
    case 'browser.roots':
      return listForm(
        (value as readonly string[]).toSorted(),
        (before as readonly string[]).toSorted(),
        String,
      );
    case 'browser.versions':
    case 'server.versions':
      return listForm(value as readonly number[], before as readonly number[], versionLabel);
    case 'browser.suites':
    case 'server.suites':
      return listForm(value as readonly number[], before as readonly number[], suiteLabel);
    case 'browser.groups':
    case 'browser.keyShares':
    case 'server.groups':
      return listForm(value as readonly number[], before as readonly number[], groupLabel);
    case 'browser.signatureSchemes':
    case 'server.signatureSchemes':
      return listForm(value as readonly number[], before as readonly number[], schemeLabel);
    case 'browser.alpn':
    case 'server.alpn':
    case 'server.names':
      return listForm(value as readonly string[], before as readonly string[], String);
    case 'browser.pskModes':
    case 'server.pskModes':
      return listForm(value as readonly number[], before as readonly number[], pskModeLabel);
    case 'browser.psk':
    case 'server.psk':
      return value === null ? { form: 'none' } : { form: 'text', text: (value as SharedKey).identity };
    case 'network':
      return { form: 'number', value: (value as Scenario['network']).length };
    // Typed data is named by its size: the text itself would not fit a chip.
    case 'browser.request':
    case 'server.response':
      return { form: 'number', value: utf8(value as string).length };
    default:
      return plainForm(value);
  }
}

function plainForm(value: Setting): ChangeForm {
  if (typeof value === 'boolean') return { form: 'switch', on: value };
  if (typeof value === 'number') return { form: 'number', value };
  return { form: 'text', text: value as string };
}

/** How an ordered list differs from what it was. */
function listForm<T>(now: readonly T[], was: readonly T[], label: (entry: T) => string): ChangeForm {
  const gone = was.filter((entry) => !now.includes(entry));
  const added = now.filter((entry) => !was.includes(entry));
  const [first, second] = now;
  if (first === undefined) return { form: 'none' };
  if (gone.length === 0 && added.length === 0)
    return first === was[0] ? { form: 'order' } : { form: 'order', first: label(first) };
  if (second === undefined) return { form: 'only', name: label(first) };
  const kept = was.filter((entry) => now.includes(entry));
  const sameOrder = now.filter((entry) => was.includes(entry)).every((entry, i) => entry === kept[i]);
  if (sameOrder && added.length === 0) return { form: 'without', names: gone.map(label) };
  if (sameOrder && gone.length === 0) return { form: 'with', names: added.map(label) };
  return { form: 'list', names: now.map(label) };
}
