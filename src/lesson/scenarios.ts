/** Names of the scenarios; the first screen does without them. */
import { catalog } from './catalog.ts';
import { scenarios } from './en/scenarios.ts';

export type ScenarioWords = typeof scenarios;

export const scenarioWords = catalog<ScenarioWords>('scenarios', scenarios);
