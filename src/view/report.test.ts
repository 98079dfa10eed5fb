import { describe, expect, it } from 'vitest';
import { presets } from '../lab/presets.ts';
import type { NetworkAct } from '../lab/scenario.ts';
import { labWords } from '../lesson/lab.ts';
import { reportWords } from '../lesson/report.ts';
import { ladderPicture } from './pictures/ladder-picture.ts';
import { toSvg } from './pictures/picture.ts';
import { markdownOf, reportOf } from './report.ts';
import { runPreset } from './testing/runs.ts';

const notes = async (...network: readonly NetworkAct[]): Promise<string> => {
  const trace = await runPreset('tls13', { network });
  return markdownOf(reportOf(trace, 'A run', 'en', reportWords.en));
};

describe('notes of a run', () => {
  it('say how it ended: completed, failed, stalled, cut off', async () => {
    expect(await notes()).toContain('- Completed in 14 steps');
    expect(await notes({ on: 'certificate_verify', act: 'flip', at: 40, mask: 1 })).toMatch(
      /- Failed at step \d+: A record does not open \(bad-record-mac\), found by the browser/,
    );
    expect(await notes({ on: 'client_hello', act: 'truncate', to: 100 })).toMatch(/- Stalled after \d+ step/);
    expect(await notes({ on: 'application_data_2', act: 'cut' })).toMatch(
      /- Cut off after \d+ steps, without close_notify/,
    );
  });

  it('name what Mallory did, where she did it, and not what she took back', async () => {
    const text = await notes(
      { on: 'close_notify', act: 'drop' },
      { on: 'client_hello', act: 'drop', undone: true },
    );
    expect(text).toContain('Mallory stood between them: 1 edit,');
    expect(text).toMatch(/\*The browser to the server, 24 B, under application keys, kept back by Mallory/);
    expect(text.match(/by Mallory/g)).toHaveLength(1);
    expect(await notes()).not.toContain('Mallory stood');
  });

  it('say which connection of its run it is', async () => {
    const trace = await runPreset('attack-early-replay');
    const { intro } = reportOf(trace, 'A run', 'en', reportWords.en);
    expect(intro).toContain('Connection 3 of its run');
  });
});

it('the picture of the ladder has what Mallory did beside the message', async () => {
  const trace = await runPreset('attack-record');
  const svg = toSvg(ladderPicture(trace, 'A run', labWords.en));
  expect(svg).toContain('>edited<');
  const quiet = toSvg(ladderPicture(await runPreset(presets.tls13.preset), 'A run', labWords.en));
  expect(quiet).not.toContain('>edited<');
});
