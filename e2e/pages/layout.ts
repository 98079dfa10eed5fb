import { expect, type Page } from '@playwright/test';

/**
 * Nothing is wider than the window, and no text is cut off: it lies inside the window, or in something that
 * scrolls, or ends in an ellipsis.
 */
export async function expectFits(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const problems: string[] = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      problems.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (text === '' || !element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      let reach: Element | null = element;
      let fixed = false;
      for (; reach && reach !== document.body; reach = reach.parentElement) {
        const style = getComputedStyle(reach);
        const own = reach.getBoundingClientRect();
        // Read aloud only.
        if (own.width <= 1 || own.height <= 1 || style.clipPath !== 'none') break;
        if (/auto|scroll/.test(style.overflowX) || /auto|scroll/.test(style.overflowY)) break;
        if (
          style.overflowX !== 'visible' &&
          (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none')
        )
          break;
        if (style.overflowX !== 'visible' && (box.right > own.right + 1 || box.left < own.left - 1)) {
          problems.push(
            `“${text.slice(0, 40)}” is cut off by its ${reach.tagName} at ${Math.round(own.right)}, it ends at ${Math.round(box.right)}`,
          );
          break;
        }
        if (style.position === 'fixed') fixed = true;
      }
      if (reach && reach !== document.body) continue;
      if (!fixed && (box.right > clientWidth + 1 || box.left < -1))
        problems.push(
          `“${text.slice(0, 40)}” reaches from ${Math.round(box.left)} to ${Math.round(box.right)} in a window of ${clientWidth}`,
        );
    }
    return problems;
  });
  expect.soft(found, `layout of ${where}`).toEqual([]);
}
