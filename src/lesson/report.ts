/** Words of the run as a document: Markdown and the printed handout. */
import { catalog } from './catalog.ts';
import { report } from './en/report.ts';

export type ReportWords = typeof report;

export const reportWords = catalog<ReportWords>('report', report);
