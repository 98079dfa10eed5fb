import type { Locator, Page } from '@playwright/test';
import { closingCheck } from '../src/lesson/de/closing-check.ts';
import { learn } from '../src/lesson/de/learn.ts';
import { lessonTitles } from '../src/lesson/de/lesson-titles.ts';
import { closingWords } from '../src/lesson/lessons/closing/words.ts';
import { lessonSlugs, loadLesson } from '../src/lesson/lessons/lessons.ts';
import type { Change } from '../src/lesson/lessons/model.ts';
import { expect, test } from './pages/test.ts';

test.use({ locale: 'de-DE' });

/** What the learner does in learn.spec.ts, in German: the value is the lesson's own solution. */
async function changeAndRun(page: Page, change: Change): Promise<void> {
  const form = page.getByRole('region', { name: learn.live }).locator('form').first();
  const lists = await form.locator('select').all();
  if (change.lists)
    for (const [at, word] of change.solution.split(' ').entries()) await lists[at]?.selectOption(word);
  else if (change.options) await form.locator('select').selectOption(change.solution);
  else {
    await form.locator('input').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(change.solution);
  }
  await press(page, form.getByRole('button', { name: learn.run }));
}

async function press(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}

for (const [index, slug] of lessonSlugs.entries())
  test(`Lektion ${index + 1}, ${lessonTitles[slug][0]}: every part by keyboard, in German`, async ({
    page,
  }) => {
    const { parts, words, deskWords } = await loadLesson(slug);
    const article = page.locator('article');
    for (const [at, part] of parts.entries()) {
      await page.goto(`./#/learn?v=1&lesson=${index + 1}${at === 0 ? '' : `&part=${at + 1}`}`);
      const text = words.de[part.id] ?? deskWords?.de[part.id];
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(text?.title ?? '');
      const choices = article.getByRole('radiogroup');
      await expect(choices).toBeVisible();
      await choices.getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await expect(choices.locator('[data-state="right"]')).toHaveCount(1);
      await expect(choices.locator('p')).toHaveCount(await choices.getByRole('radio').count());
      // What is done in the workshop is done once, in learn.spec.ts.
      if ('offices' in part) continue;
      await changeAndRun(page, part.change);
      await expect(article.getByText(learn.done)).toBeVisible();
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), part.id).toBe(390);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });

test('der Abschlusstest: every question in German, and nothing wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const article = page.locator('article');
  for (const [index, slug] of lessonSlugs.entries()) {
    await page.goto(`./#/learn?v=1&check=${index + 1}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(closingWords.de[slug].topic);
    await article.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(article.getByText(closingCheck.see)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), slug).toBe(390);
  }
});
