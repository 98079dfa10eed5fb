import { expect, type Page } from '@playwright/test';

/**
 * English in a German page. Quoted English is marked as such (lang="en"), which screen readers want anyway; code in
 * blocks and what stands between quotation marks is quoted, too, and names that abbreviations stand for.
 */
export async function expectGerman(page: Page, where: string): Promise<void> {
  expect.soft(await englishIn(page), `English on ${where}`).toEqual([]);
}

/** Visible texts, and those for the ear and for the pointer, that hold an English function word. */
export function englishIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const words =
      /(?<![-\p{L}„_.])(the|of|and|with|is|are|from|which|that|this|not|or|to|by|for|it|its|has|have|been|were|does|when|where|there|than|would|cannot|only|both|but|no|none)(?![-\p{L}_])/u;
    const quoted = '[lang="en"], pre, textarea, script, style, [hidden]';
    const said = (element: Element | null): boolean =>
      element !== null && element.closest(quoted) === null && element.closest('[lang="de"]') !== null;
    const found = new Set<string>();
    const judge = (text: string, element: Element | null): void => {
      const plain = text.replace(/„[^“]*“|Authenticated Encryption with Associated Data/gu, '').trim();
      if (words.test(plain) && said(element)) found.add(plain.replace(/\s+/gu, ' '));
    };
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      if (parentElement?.checkVisibility()) judge(textContent ?? '', parentElement);
    }
    for (const name of [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'alt',
      'placeholder',
    ])
      for (const element of document.querySelectorAll(`[${name}]`))
        judge(element.getAttribute(name) ?? '', element);
    judge(document.title, document.documentElement);
    return [...found];
  });
}
