/** Every lesson in German, by keyboard: in each part the value is set that the lesson's own data calls the solution. */
import { learn } from '../src/lesson/de/learn.ts';
import { lessonTitles } from '../src/lesson/de/lesson-titles.ts';
import { lessonSlugs, loadLesson } from '../src/lesson/lessons/lessons.ts';
import { expect, test } from './pages/test.ts';

for (const [index, slug] of lessonSlugs.entries())
  test(`lesson ${index + 1} in German, ${lessonTitles[slug][0]}: every part with a run, by keyboard`, async ({
    page,
  }) => {
    const { parts, words, deskWords } = await loadLesson(slug);
    const article = page.locator('article');
    const choices = article.getByRole('radiogroup');
    const form = page.getByRole('region', { name: learn.live }).locator('form').first();
    for (const [at, part] of parts.entries()) {
      await page.goto(`./#/learn?v=1&lesson=${index + 1}${at === 0 ? '' : `&part=${at + 1}`}&lang=de`);
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      await expect(page.getByText(learn.part(at + 1, parts.length))).toBeVisible();
      const text = words.de[part.id] ?? deskWords?.de[part.id];
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(text?.title ?? '');

      await choices.getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await expect(choices.locator('p')).toHaveCount(await choices.getByRole('radio').count());
      await expect(choices.locator('[data-state="right"]')).toHaveCount(1);

      if ('offices' in part) continue;
      await expect(article.getByText(learn.done)).toHaveCount(0);
      const { solution } = part.change;
      const lists = await form.locator('select').all();
      if (lists.length > 1)
        for (const [place, word] of solution.split(' ').entries()) await lists[place]?.selectOption(word);
      else if (lists.length === 1) await form.locator('select').selectOption(solution);
      else {
        await form.locator('input').focus();
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type(solution);
      }
      await form.getByRole('button', { name: learn.run }).focus();
      await page.keyboard.press('Enter');
      await expect(article.getByText(learn.done)).toBeVisible();
    }

    await page.setViewportSize({ width: 390, height: 844 });
    await expect(choices).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
