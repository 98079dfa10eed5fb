import { expectAccessible } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { expect, test } from './pages/test.ts';

test('Mallory by mouse: a story, its answer, an edit of a field, undone and shared', async ({
  lab,
  page,
}) => {
  await lab.open('#/attack?v=1&s=attack-server-random&step=2');
  const panel = page.getByRole('region', { name: 'Inspector' });
  const noticed = panel
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Who noticed' }) });
  const edits = page.getByRole('region', { name: 'Mallory’s edits' });

  await test.step('question first, then the answer of the run', async () => {
    await panel.getByText('The browser, already at EncryptedExtensions').click();
    await panel.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(panel.getByText('Its transcript hash is another one')).toBeVisible();
    await expect(noticed.locator('[data-verdict=noticed]')).toContainText('Record tag');
    await expect(noticed.locator('[data-verdict=noticed]')).toContainText('bad_record_mac (20)');
    await expect(panel.getByText('1 byte differs')).toBeVisible();
  });

  await test.step('undo brings the handshake back, redo breaks it again', async () => {
    await edits.getByRole('button', { name: 'Undo' }).click();
    await expect(noticed.locator('[data-verdict=noticed]')).toHaveCount(0);
    await edits.getByRole('button', { name: 'Redo' }).click();
    await expect(edits.getByText('noticed at step', { exact: false })).toBeVisible();
    await edits.getByRole('button', { name: 'Remove' }).click();
    await expect(edits.getByText('None yet.')).toBeVisible();
  });

  await test.step('a field of the hello gets other bytes; the link carries it', async () => {
    await page.keyboard.press('Home');
    await page.getByRole('treeitem', { name: /^cipher_suites/ }).click();
    await panel.getByRole('textbox', { name: 'New bytes, hex' }).fill('13 03');
    await panel.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(edits.getByText('noticed at step', { exact: false })).toBeVisible();
    await expect(page).toHaveURL(/network=client_hello:set@/);
    await panel.getByRole('textbox', { name: 'New bytes, hex' }).fill('1');
    await expect(panel.getByRole('alert')).toContainText('Pairs of 0-9 and a-f');
    await page.reload();
    await expect(edits.getByText('noticed at step', { exact: false })).toBeVisible();
  });
});

test('Mallory by keyboard: drop, duplicate, truncate, cut, inject and delay; axe and widths', async ({
  lab,
  page,
}) => {
  await lab.open('#/attack?v=1&s=tls13&step=2');
  const edits = page.getByRole('region', { name: 'Mallory’s edits' });
  const use = async (tool: string): Promise<void> => {
    await page.getByRole('button', { name: tool, exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Do it' }).press('Enter');
    await expect(edits.getByRole('listitem')).toHaveCount(1);
    await edits.getByRole('button', { name: 'Remove' }).press('Enter');
    await expect(edits.getByText('None yet.')).toBeVisible();
  };
  for (const tool of ['Drop', 'Duplicate', 'Truncate', 'Cut the wire', 'Inject', 'Delay', 'Replay'])
    await use(tool);

  await lab.open('#/attack?v=1&s=attack-truncation&step=13&answer=shown');
  await expect(page.getByText('no close_notify told the browser')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await lab.settled();
    await expectAccessible(page, `attack, ${colorScheme}`);
  }
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [768, 1024],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectFits(page, `attack at ${width}`);
  }
});

test('stories with more than one connection: replayed early data, and a warning that is waved through', async ({
  lab,
  page,
}) => {
  const panel = page.getByRole('region', { name: 'Inspector' });
  const section = (name: string) =>
    panel.locator('section').filter({ has: page.getByRole('heading', { name }) });
  const connection = page.getByRole('group', { name: 'Connection' });

  await test.step('the order arrives twice, until the server keeps a list; a minute later it is stale', async () => {
    await lab.open('#/attack?v=1&s=attack-early-replay-open&step=3');
    await panel.getByText('Nobody: the order is carried out twice').click();
    await panel.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(panel.getByText('The ticket opens, the binder is right')).toBeVisible();
    const got = section('What the server’s application got').getByRole('listitem');
    await expect(got).toHaveCount(2);
    await expect(got.nth(0)).toContainText('POST /orders');
    await expect(got.nth(1)).toContainText('POST /orders');
    await panel.getByRole('button', { name: 'List of hellos' }).click();
    await expect(got.nth(1)).toContainText('passed over unread');
    await expect(page).toHaveURL(/server\.antiReplay=list/);
    await expect(page.getByRole('region', { name: 'Mallory’s edits' })).toContainText('by the server');
    await panel.getByRole('button', { name: 'Neither' }).click();
    await panel.getByRole('button', { name: '60 s' }).click();
    await expect(got.nth(1)).toContainText('older than the hello says');
    await expect(page).toHaveURL(/early_data_1:reconnect@60/);
    await page.reload();
    await expect(got.nth(1)).toContainText('older than the hello says');
    await got.nth(0).getByRole('button').click();
    await expect(connection.getByRole('button', { name: 'Second' })).toHaveAttribute('aria-pressed', 'true');
    await connection.getByRole('button', { name: 'Sent again' }).click();
    await expect(page.getByText('a recording', { exact: true })).toBeVisible();
  });

  await test.step('a hello inside of a connection is refused', async () => {
    await lab.open('#/attack?v=1&s=attack-renegotiation&step=16&answer=shown');
    const history = section('Renegotiation, now and in 2009');
    await expect(history).toContainText('no_renegotiation (100), a warning');
    await expect(history).toContainText('X-Ignore:');
    await history.getByRole('button', { name: 'step 17' }).click();
    await expect(page.getByRole('heading', { name: 'Alert: no_renegotiation' })).toBeVisible();
  });

  await test.step('the user goes on, and the cookie is gone; with HSTS there is no way', async () => {
    await lab.open('#/attack?v=1&s=attack-click-through&step=6&answer=shown');
    const warned = section('The warning, and what the user did');
    await expect(warned).toContainText('Cookie: session=');
    await expect(panel.getByRole('row', { name: /Firefox/ })).toContainText('offers a way past');
    await warned.getByRole('button', { name: 'with HSTS' }).click();
    await expect(warned).toContainText('there is no second connection');
    await expect(warned).not.toContainText('Cookie: session=');
    await expect(connection).toHaveCount(0);
  });

  await test.step('what clients print, with version; and that nobody was measured', async () => {
    await lab.open('#/attack?v=1&s=attack-plain-http&step=3&answer=shown');
    const firefox = panel.getByRole('row', { name: /Firefox/ });
    await expect(firefox).toContainText('SSL_ERROR_RX_RECORD_TOO_LONG');
    await expect(firefox).toContainText('153.7.0esr');
    await firefox.getByRole('button').click();
    await expect(panel.getByRole('figure', { name: /^What Firefox shows/ })).toBeVisible();
    await lab.open('#/attack?v=1&s=attack-finished&step=3&answer=shown');
    await expect(panel.getByText('No client was measured with this very fault')).toBeVisible();
  });
});

/** One story of each kind: noticed by either side, by a warning, by nobody, by a user who goes on; and what Eve reads. */
const asked = [
  'attack-server-random',
  'attack-finished',
  'attack-downgrade',
  'attack-impostor',
  'attack-early-replay',
  'attack-early-replay-open',
  'attack-click-through',
  'attack-click-through-hsts',
  'attack-truncation',
  'attack-stolen-key-rsa',
] as const;

test('a question comes before its answer: until then nothing on the page tells it', async ({ lab, page }) => {
  const panel = page.getByRole('region', { name: 'Inspector' });
  for (const story of asked)
    await test.step(story, async () => {
      // A link to the very step that tells.
      await lab.open(`#/attack?v=1&s=${story}&step=40`);
      await expect(panel.getByText('What the run came to stands here')).toBeVisible();
      await expect(page.getByRole('contentinfo', { name: 'Player' })).toContainText('after the answer');
      await page.keyboard.press('End');
      await lab.settled();
      const before = await page.locator('body').innerHTML();
      const spoken = await page.locator('body').ariaSnapshot();

      await panel.getByRole('button', { name: 'Show the answer' }).click();
      await expect(panel.getByText('What the run came to stands here')).toHaveCount(0);
      const telling = await page.evaluate(() => {
        const texts = (selector: string): string[] =>
          Array.from(document.querySelectorAll(selector), (found) => found.textContent?.trim() ?? '');
        return {
          guards: texts('li[data-verdict] > span'),
          alerts: texts('li[data-verdict] code').map((text) => text.replace(/ .*/, '')),
          reasons: texts('[role=radiogroup] p'),
          sections: texts('section[aria-label=Inspector] h2').filter((text) =>
            /application got|the warning|stolen later|What each client says/i.test(text),
          ),
        };
      });
      expect(telling.guards.length).toBeGreaterThan(5);
      expect(telling.reasons).toHaveLength(3);
      for (const text of Object.values(telling).flat()) {
        // What was answered by the story itself, such as a step that it names, may stand in its question.
        expect(before, `${story} tells: ${text}`).not.toContain(text);
        expect(spoken, `${story} says: ${text}`).not.toContain(text);
      }
      for (const sign of ['data-verdict', 'noticed at step', 'Steal the key', '>failed<', 'not reached'])
        expect(before, `${story} shows ${sign}`).not.toContain(sign);
      await expect(page.getByRole('contentinfo', { name: 'Player' })).not.toContainText('after the answer');
    });
});

test('an answer stays: by step, language, theme and link; another story asks anew', async ({ lab, page }) => {
  const panel = page.getByRole('region', { name: 'Inspector' });
  const noticed = panel.locator('li[data-verdict=noticed]');
  await lab.open('#/attack?v=1&s=attack-server-random&step=2');
  // Next to the list of scenarios stands no verdict either, and none in it.
  await lab.scenario.click();
  await expect(page.getByRole('option', { name: /^A bit of ServerHello flipped/ })).toHaveAccessibleName(
    /asks a question/,
  );
  await page.keyboard.press('Escape');
  await page.getByRole('banner').getByRole('button', { name: 'Configure' }).click();
  const configure = page.getByRole('dialog', { name: 'Configure' });
  await expect(configure.getByText('once its question is answered')).toBeVisible();
  await expect(configure.getByText('which one was chosen stands here after the answer')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(configure).toHaveCount(0);
  await panel.getByText('The browser, at CertificateVerify').click();
  await panel.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(noticed).toContainText('bad_record_mac (20)');
  await expect(page).toHaveURL(/answer=browser@verify_signature/);
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', { name: 'Alert: bad_record_mac' })).toBeVisible();
  await expect(noticed).toBeVisible();
  await lab.chooseTheme('Dark');
  await expect(noticed).toBeVisible();
  const appearance = page.getByRole('banner').getByRole('button', { name: /^(Farbschema|Theme):/ });
  const german = page.getByRole('region', { name: 'Inspektor' });
  await appearance.click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(german.locator('li[data-verdict=noticed]')).toContainText('bad_record_mac (20)');
  await expect(german.locator('[data-state=wrong]')).toContainText('Der Browser, bei CertificateVerify');
  await appearance.click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(noticed).toBeVisible();
  await page.reload();
  await expect(noticed).toContainText('bad_record_mac (20)');
  // The wrong pick is still marked as the learner's.
  await expect(panel.locator('[data-state=wrong]')).toContainText('The browser, at CertificateVerify');
  await expect(page.getByRole('heading', { name: 'Alert: bad_record_mac' })).toBeVisible();

  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(noticed).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'ServerHello', exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Show the answer' }).click();
  await lab.chooseScenario('Forged alert');
  await expect(panel.getByRole('button', { name: 'Show the answer' })).toBeVisible();
  await expect(noticed).toHaveCount(0);

  // Who only tampers was asked nothing.
  await lab.open('#/attack?v=1&s=tls13&step=2&network=server_hello:flip@18.01');
  await expect(noticed).toContainText('bad_record_mac (20)');
});

test('the stories with more than one connection fit, and are accessible in both themes', async ({
  lab,
  page,
}) => {
  for (const story of [
    'attack-early-replay',
    'attack-early-replay&answer=refused',
    'attack-renegotiation&answer=shown',
    'attack-click-through&answer=overruled',
    'attack-plain-http',
  ]) {
    await lab.open(`#/attack?v=1&s=${story}&step=2`);
    await expect(page.getByRole('heading', { name: 'Who noticed' })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await lab.settled();
      await expectAccessible(page, `${story}, ${colorScheme}`);
    }
    for (const [width, height] of [
      [1440, 900],
      [768, 1024],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expectFits(page, `${story} at ${width}`);
    }
  }
});
