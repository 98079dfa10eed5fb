import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Lab } from './pages/lab.ts';
import { expect, test } from './pages/test.ts';

/** Saves the run on screen as the menu does. */
async function exportTrace(lab: Lab): Promise<string> {
  await lab.openMenu();
  const [download] = await Promise.all([
    lab.page.waitForEvent('download'),
    lab.page.getByRole('menuitem', { name: /^Trace, JSON/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('handshake-lab-trace.json');
  return readFile(await download.path(), 'utf8');
}

async function openFile(lab: Lab, name: string, text: string): Promise<void> {
  await lab.openMenu();
  const [chooser] = await Promise.all([
    lab.page.waitForEvent('filechooser'),
    lab.page.getByRole('menuitem', { name: /^Open a file/ }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'application/json' }));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop a trace, a capture or a key log to open it')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('Drop a trace, a capture or a key log to open it')).toHaveCount(0);
}

test('a trace goes out and comes back by dialog and by drop, every byte of it', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=client-certificate&step=3&tab=keys');
  const secret = await lab.keys.row('Shared secret').innerText();
  const trace = await exportTrace(lab);
  expect(JSON.parse(trace)).toMatchObject({ version: expect.any(Number) });

  await page.goto('about:blank');
  await lab.open();
  await openFile(lab, 'kept.json', trace);
  await lab.expectStep(1, 19);
  await expect(lab.scenario).toHaveAccessibleName(/kept\.json/);
  await expect(lab.notice).toContainText('Opened kept.json.');
  await lab.steps.nth(2).click();
  await lab.openTab('Keys');
  expect(await lab.keys.row('Shared secret').innerText()).toBe(secret);
  for (let step = 4; step <= 19; step++) {
    await lab.press('Next step');
    await lab.expectStep(step, 19);
  }
  expect(await exportTrace(lab)).toBe(trace);

  // From the file back to a run of this page, and to the file again by drop.
  await lab.chooseScenario('Expired certificate');
  await lab.expectStep(1, 7);
  await dropFile(page, 'dropped.json', trace);
  await lab.expectStep(1, 19);
  await expect(lab.scenario).toHaveAccessibleName(/dropped\.json/);
});

const broken: readonly (readonly [why: string, damage: (trace: string) => string, says: RegExp])[] = [
  ['not JSON', () => 'hello', /This is no trace: the text is not JSON/],
  ['cut off', (trace) => trace.slice(0, trace.length / 2), /This is no trace: the text is not JSON/],
  ['another JSON', () => '{"name":"package"}', /This is no trace: JSON, but not an object with a version/],
  ['from the future', (trace) => trace.replace(/"version":\d+/, '"version":999'), /version 999/],
  [
    'without steps',
    (trace) => JSON.stringify({ ...(JSON.parse(trace) as object), steps: 7 }),
    /This trace is damaged/,
  ],
  ['with bytes that are none', (trace) => trace.replace(/"\$hex":"[0-9a-f]{4}/, '"$hex":"zzzz'), /damaged/],
];

test('a broken file says what is wrong, and what was there stays', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=hello-retry-request&step=4');
  const trace = await exportTrace(lab);
  const bytes = await lab.bytes.hex.innerText();
  for (const [why, damage, says] of broken) {
    await test.step(why, async () => {
      await openFile(lab, `${why}.json`, damage(trace));
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(`${why}.json could not be opened`);
      await expect(alert).toContainText(says);
      await lab.expectStep(4, 16);
      expect(await lab.bytes.hex.innerText()).toBe(bytes);
      await alert.getByRole('button', { name: 'Dismiss' }).click();
      await expect(alert).toHaveCount(0);
    });
  }
});
