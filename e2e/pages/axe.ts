import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options: RunOptions = { resultTypes: ['violations'] };

/** The rules that colours decide: all that a change of theme can break. */
const colours: RunOptions = { ...options, runOnly: ['color-contrast', 'link-in-text-block'] };

/**
 * axe with every rule it has on by default; `where` names the screen in the report. A page is judged at rest:
 * what is found while something still moves or fades has to be there a second later, too.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await expectNothingFound(page, where, options);
}

/** The same for a page that was judged in the other theme just before: what colours decide. */
export async function expectReadable(page: Page, where: string): Promise<void> {
  await expectNothingFound(page, where, colours);
}

async function expectNothingFound(page: Page, where: string, rules: RunOptions): Promise<void> {
  // The debugger's door, not a script tag: the policy allows no inline script.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  let found = await violationsOn(page, rules);
  for (let again = 0; found.length > 0 && again < 2; again++) {
    await page.waitForTimeout(1000);
    found = await violationsOn(page, rules);
  }
  expect.soft(found, `axe on ${where}`).toEqual([]);
}

async function violationsOn(page: Page, rules: RunOptions): Promise<readonly string[]> {
  const { violations } = (await page.evaluate((given) => {
    const { axe } = window as unknown as { axe: { run: (options: unknown) => Promise<unknown> } };
    return axe.run(given);
  }, rules)) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary, html }) =>
        `${id} at ${target.join(' ')}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`,
    ),
  );
}
