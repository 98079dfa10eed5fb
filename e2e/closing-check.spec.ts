import { readFileSync } from 'node:fs';
import { expectAccessible } from './pages/axe.ts';
import { expect, test } from './pages/test.ts';

test('the closing check: twelve questions by keyboard, each about a fresh run; the result is kept', async ({
  page,
}) => {
  await page.goto('./#/learn');
  const lessons = page.getByRole('list', { name: 'Lessons' });
  const entry = lessons.getByRole('listitem').last().getByRole('link');
  await expect(entry).toContainText('12 questions');
  await entry.focus();
  await page.keyboard.press('Enter');

  const article = page.locator('article');
  const footer = page.getByRole('contentinfo', { name: 'Lesson progress' });
  let right = 0;
  for (let number = 1; number <= 12; number++) {
    await expect(page.getByText(`question ${number} of 12`)).toBeVisible();
    const choices = article.getByRole('radiogroup');
    await expect(choices).toBeVisible();
    // Nothing of the run is shown that would tell the answer.
    await expect(page.getByRole('region', { name: 'Live example' })).toHaveCount(0);
    if (number === 1) await expectAccessible(page, 'the closing check, before an answer');
    await choices.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(choices.locator('[data-state="right"]')).toHaveCount(1);
    await expect(choices.locator('p')).toHaveCount(await choices.getByRole('radio').count());
    right += await choices.locator('[data-state="right"] input:checked').count();
    // The place where it can be seen: a step of the run that is shown now.
    await expect(article.getByRole('button', { name: /^step \d+ of this run$/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Live example' })).toBeVisible();
    if (number === 10) await expectAccessible(page, 'the closing check, answered');
    await footer.getByRole('button').last().focus();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${right} of 12 right`);
  await expectAccessible(page, 'the result');

  // Asked again, a question is about another run, and the result stays.
  await page.getByRole('list', { name: 'Questions' }).getByRole('link').nth(9).click();
  await article.getByRole('radio').last().check();
  await article.getByRole('button', { name: 'Check' }).click();
  const asked = await article.locator('h1 + p').textContent();
  await article.getByRole('button', { name: 'Ask about another run' }).click();
  await expect(article.locator('h1 + p')).not.toHaveText(asked ?? '');
  await article.getByRole('radio').first().check();
  await article.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('link', { name: 'All lessons' }).first().click();
  await page.reload();
  await expect(entry).toContainText(`${right} of 12 right`);

  // It goes into the file, and is cleared with the rest.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const file = await download.path();
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly check: Record<string, boolean> };
  expect(Object.values(kept.check).filter((one) => one)).toHaveLength(right);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(entry).toContainText('12 questions');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a file' }).click(),
  ]);
  await chooser.setFiles(file);
  await expect(entry).toContainText(`${right} of 12 right`);
});

test('an answer leads to the lesson and to the step of the Lab where it can be seen', async ({ page }) => {
  await page.goto('./#/learn?v=1&check=10');
  const article = page.locator('article');
  await article.getByRole('radio').first().check();
  await article.getByRole('button', { name: 'Check' }).click();
  await article.getByRole('link', { name: 'lesson “The server asks back”' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The server has a list of its own');

  await page.goto('./#/learn?v=1&check=11');
  await article.getByRole('radio').first().check();
  await article.getByRole('button', { name: 'Check' }).click();
  const step = article.getByRole('button', { name: /^step \d+ of this run$/ });
  const number = /\d+/.exec((await step.textContent()) ?? '')?.[0];
  await step.click();
  await expect(page).toHaveURL(new RegExp(`#/lab\\?.*step=${number}(&|$)`));
});

test('on a phone the question stands above its run, and nothing is wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/learn?v=1&check=7');
  const article = page.locator('article');
  await article.getByRole('radio').first().check();
  await article.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('region', { name: 'Live example' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page, 'the closing check, phone');
});
