/** What a page is to links and to the store. */
import type { Scenario, ScenarioId } from '../../lab/scenario.ts';

/** Every page the site may have, by the name in its link: '#/suites?…'. */
export type PageId =
  | 'start'
  | 'lab'
  | 'compare'
  | 'attack'
  | 'present'
  | 'suites'
  | 'trust'
  | 'workshop'
  | 'check'
  | 'learn'
  | 'glossary'
  | 'guide'
  | 'about';

export type Presets = Readonly<Record<ScenarioId, Scenario>>;
export type Parameters = ReadonlyMap<string, string>;

/** Why a page cannot be opened as its link asks, by the parameter that is wrong. */
export interface ParameterProblem {
  readonly reason: 'unknown-parameter' | 'bad-value';
  readonly parameter: string;
  readonly value: string;
}

export type ReadView<View> = { readonly view: View } | { readonly problem: ParameterProblem };

/** How a page's part of the state is written in its link. The version is not its business. */
export interface PageCodec<View> {
  /** Names and values in the order of the link; what has its initial value is left out. */
  readonly write: (view: View, presets: Presets) => readonly (readonly [name: string, value: string])[];
  readonly read: (parameters: Parameters, presets: Presets) => ReadView<View>;
}

/** @public */
export function badValue(parameter: string, value: string): { readonly problem: ParameterProblem } {
  return { problem: { reason: 'bad-value', parameter, value } };
}

export function unknownParameter(parameter: string, value: string): { readonly problem: ParameterProblem } {
  return { problem: { reason: 'unknown-parameter', parameter, value } };
}

/** For a page whose link holds nothing but its name. */
export const plainPage: PageCodec<object> = {
  write: () => [],
  read: (parameters) => {
    const [first] = parameters;
    return first ? unknownParameter(...first) : { view: {} };
  },
};
