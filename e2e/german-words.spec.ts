/** No English is left in the German interface: every step of a run, every page, every layer. */
import type { Locator, Page } from '@playwright/test';
import { presetOrder } from '../src/lab/presets.ts';
import { lab as words } from '../src/lesson/de/lab.ts';
import { englishIn, expectGerman } from './pages/language.ts';
import { expect, test } from './pages/test.ts';

test.use({ locale: 'de-DE', contextOptions: { reducedMotion: 'reduce' } });

async function open(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`./${link}`);
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
}

function sliderOf(page: Page): Locator {
  return page.getByRole('contentinfo').getByRole('slider');
}

function inspectorOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Inspektor' });
}

function tabsOf(page: Page): Locator {
  return inspectorOf(page).getByRole('tab');
}

test('English in a German page is found', async ({ page, lab }) => {
  await page.goto('./#/lab?v=1&s=expired&step=6&lang=en');
  await lab.ready();
  await page.evaluate(() => (document.documentElement.lang = 'de'));
  expect((await englishIn(page)).length).toBeGreaterThan(5);
});

/** Every third, because neighbours say much the same; all of them with EVERY_SCENARIO=1. */
const walked = presetOrder.filter((_, at) => at % 3 === 0 || process.env['EVERY_SCENARIO'] !== undefined);
const portion = 6;
for (let from = 0; from < walked.length; from += portion) {
  const scenarios = walked.slice(from, from + portion);
  test(`scenarios ${from + 1} to ${from + scenarios.length}: every step, every tab of the last one`, async ({
    page,
    lab,
  }) => {
    test.slow();
    for (const id of scenarios) {
      await open(page, `#/lab?v=1&s=${id}&step=1`);
      const slider = sliderOf(page);
      await slider.waitFor();
      const steps = Number(await slider.getAttribute('aria-valuemax'));
      for (let step = 1; step <= steps; step++) {
        await expect(slider).toHaveAttribute('aria-valuenow', String(step));
        // The inspector follows a frame later.
        await expect(inspectorOf(page)).toContainText(`Schritt ${step} von`);
        await expectGerman(page, `${id}, step ${step}`);
        if (step < steps) await page.keyboard.press('ArrowRight');
      }
      for (const tab of await tabsOf(page).all()) {
        await tab.click({ timeout: 5_000 });
        await lab.settled();
        await expectGerman(page, `${id}, last step, ${(await tab.textContent()) ?? ''}`);
      }
    }
  });
}

test('every tab of every step of a run', async ({ page, lab }) => {
  for (const id of ['client-certificate', 'tls12']) {
    await open(page, `#/lab?v=1&s=${id}&step=1`);
    for (let step = 1; step <= 12; step++) {
      await expect(inspectorOf(page)).toContainText(`Schritt ${step} von`);
      for (const tab of await tabsOf(page).all()) {
        await tab.click({ timeout: 5_000 });
        await lab.settled();
        await expectGerman(page, `${id}, step ${step}, ${(await tab.textContent()) ?? ''}`);
      }
      await page.getByRole('button', { name: words.player.next, exact: true }).click();
    }
  }
});

/** Layers of a page by what is pressed for them, in order. */
const pages: readonly (readonly [link: string, ...press: readonly (string | RegExp)[]])[] = [
  ['#/'],
  ['#/lab?v=1&s=tls99'],
  ['#/lab?v=1&s=tls13&step=5', words.top.configure],
  ['#/lab?v=1&s=tls12&step=2', words.top.configure],
  ['#/lab?v=1&s=tls13&step=1', /^Szenario:/],
  ['#/lab?v=1&s=tls13&step=1', words.top.export],
  ['#/lab?v=1&s=tls13&step=1', words.player.help],
  ['#/lab?v=1&s=tls13&step=1', /^Farbschema:/],
  ['#/compare'],
  ['#/compare?v=1&a=expired&rtt=0'],
  ['#/attack?v=1&s=attack-strip-suites'],
  ['#/suites?v=1&s=000a&q=rsa&status=legacy,broken'],
  ['#/suites?v=1&s=1301'],
  ['#/trust?v=1&s=missing-intermediate'],
  ['#/trust?v=1&s=expired-untrusted-root-wrong-host&client=curl'],
  ['#/trust?v=1&s=client-certificate-expired&chain=client'],
  ['#/workshop'],
  ['#/check'],
  ['#/learn'],
  ['#/learn?v=1&lesson=1&part=2'],
  ['#/learn?v=1&check=1'],
  ['#/glossary'],
  ['#/glossary?v=1&term=forward-secrecy'],
  ['#/guide'],
  ['#/about'],
  ['#/present'],
];

test('every page and its layers', async ({ page, lab }) => {
  for (const [link, ...press] of pages)
    await test.step(`${link} ${press.join(' ')}`, async () => {
      await open(page, link);
      for (const name of press)
        await page
          .getByRole('button', { name, exact: typeof name === 'string' })
          .first()
          .click();
      await lab.settled();
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      await lab.settled();
      await expectGerman(page, `${link} ${press.join(' ')}`);
    });
});

const faults: readonly (readonly [string, string])[] = [
  ['nothing at all', 'What is this, and does it work?'],
  ['no base64', '-----BEGIN CERTIFICATE-----\nMIIB!\n-----END CERTIFICATE-----\n'],
  ['no certificate', '-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n'],
  ['cut off', '-----BEGIN CERTIFICATE-----\nMIIDAQ==\n-----END CERTIFICATE-----\n'],
  ['a key', '-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\n'],
];

test('complaints about what is pasted', async ({ page, lab }) => {
  await open(page, '#/check');
  for (const [name, text] of faults) {
    const area = page.getByRole('textbox').first();
    if (!(await area.isVisible())) await page.getByRole('button', { name: 'Text bearbeiten' }).click();
    await area.fill(text);
    await area.blur();
    await lab.settled();
    await expectGerman(page, name);
  }
});

test.describe('pages instead of the Lab', () => {
  test.use({ peaceful: false });

  test('a browser that lacks something', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'showPopover'));
    await open(page, '#/lab');
    await expectGerman(page, 'missing features');
  });

  test('a run that throws', async ({ page }) => {
    await page.addInitScript(() => {
      SubtleCrypto.prototype.digest = () => Promise.reject(new TypeError('broken on purpose'));
    });
    await open(page, '#/lab');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('');
    await expectGerman(page, 'a run that throws');
  });
});
