/** Words of the inspector and its panels. */
import { catalog } from './catalog.ts';
import { inspector } from './en/inspector.ts';

export type InspectorWords = typeof inspector;

export const inspectorWords = catalog<InspectorWords>('inspector', inspector);
