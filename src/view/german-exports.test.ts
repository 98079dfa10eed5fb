/** What leaves the page in German holds no English: notes and pictures. */
import { expect, it } from 'vitest';
import { labWords } from '../lesson/lab.ts';
import { loadLanguage } from '../lesson/load-language.ts';
import { reportWords } from '../lesson/report.ts';
import { leftovers } from '../lesson/testing/quality.ts';
import { chainPicture } from './pictures/chain-picture.ts';
import { ladderPicture } from './pictures/ladder-picture.ts';
import { toSvg } from './pictures/picture.ts';
import { markdownOf, reportOf } from './report.ts';
import { runPreset } from './testing/runs.ts';

/** Text alone: no code of Markdown, no tags of SVG. */
const linesOf = (text: string): readonly string[] =>
  text.replaceAll(/```[^]*?```|`[^`]*`|<[^>]*>/gu, ' x ').split('\n');

const ids = [
  'tls13',
  'client-certificate',
  'hello-retry-request',
  'early-data-rejected',
  'external-psk-wrong-key',
  'missing-intermediate',
  'expired-untrusted-root-wrong-host',
  'no-common-suite',
  'tls12-rsa-key-exchange',
  'attack-server-random',
  'attack-early-replay',
] as const;

it.each(ids)('notes, ladder and path graph, %s', async (id) => {
  await loadLanguage('de');
  const trace = await runPreset(id);
  const chain = chainPicture(trace, 'Ein Durchlauf', reportWords.de);
  const texts = [
    markdownOf(reportOf(trace, 'Ein Durchlauf', 'de', reportWords.de)),
    toSvg(ladderPicture(trace, 'Ein Durchlauf', labWords.de)),
    ...(chain ? [toSvg(chain)] : []),
  ];
  expect(texts.flatMap(linesOf).flatMap(leftovers)).toEqual([]);
});
