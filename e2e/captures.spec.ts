import { readFile } from 'node:fs/promises';
import type { Lab } from './pages/lab.ts';
import { expect, test } from './pages/test.ts';

interface InputFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, content: Buffer | string): InputFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

async function saved(lab: Lab, item: RegExp, name: string): Promise<Buffer> {
  await lab.openMenu();
  const [download] = await Promise.all([
    lab.page.waitForEvent('download'),
    lab.page.getByRole('menuitem', { name: item }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  return readFile(await download.path());
}

async function open(lab: Lab, files: readonly InputFile[]): Promise<void> {
  await lab.openMenu();
  const [chooser] = await Promise.all([
    lab.page.waitForEvent('filechooser'),
    lab.page.getByRole('menuitem', { name: /^Open a file/ }).click(),
  ]);
  await chooser.setFiles([...files]);
}

test('a run leaves as a capture and comes back, with its secrets inside or beside it', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab?v=1&s=client-certificate&step=6');
  const bytes = await lab.bytes.hex.innerText();
  const pcapng = await saved(lab, /^Capture with its secrets/, 'handshake-lab.pcapng');
  const pcap = await saved(lab, /^Capture alone/, 'handshake-lab.pcap');
  const keys = await saved(lab, /^Key log/, 'handshake-lab.keys');
  expect(pcapng.readUInt32LE(0)).toBe(0x0a0d0d0a);
  expect(pcap.readUInt32LE(0)).toBe(0xa1b2c3d4);
  expect(keys.toString()).toContain('CLIENT_HANDSHAKE_TRAFFIC_SECRET ');

  const strip = page.getByRole('region', { name: /^From / });
  await open(lab, [file('run.pcapng', pcapng)]);
  await lab.expectStep(1, 19);
  await expect(lab.scenario).toHaveAccessibleName(/run\.pcapng/);
  await expect(strip).toContainText('198.51.100.23:49152 → 203.0.113.10:443');
  await expect(strip).toContainText(/Decrypted with \d secrets of the key log/);
  await lab.steps.nth(5).click();
  await lab.expectStep(6, 19);
  // The strip takes the place of some rows.
  expect((await lab.bytes.hex.innerText()).slice(0, 600)).toBe(bytes.slice(0, 600));
  for (let step = 7; step <= 19; step++) {
    await lab.press('Next step');
    await lab.expectStep(step, 19);
  }

  // Without its key log only the hellos are readable; the log may come later.
  await open(lab, [file('run.pcap', pcap)]);
  await expect(strip).toContainText('No key log for it');
  await expect(page.getByText('validate chain')).toHaveCount(0);
  await strip.getByText(/notes?$/).click();
  await expect(strip).toContainText('records stay closed: the key log has no secret for them');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    strip.getByRole('button', { name: 'Add a key log' }).click(),
  ]);
  await chooser.setFiles([file('run.keys', keys)]);
  await lab.expectStep(1, 19);
  await expect(strip).toContainText('Decrypted with');

  // A run of the lab takes its place again.
  await lab.chooseScenario('Expired certificate');
  await expect(strip).toHaveCount(0);
});

test('several connections in one file; broken and foreign files say what they are and leave all as it was', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab?v=1&s=hello-retry-request&step=4');
  const first = await saved(lab, /^Capture with its secrets/, 'handshake-lab.pcapng');
  await lab.chooseScenario('Expired certificate');
  await lab.expectStep(1, 7);
  const second = await saved(lab, /^Capture with its secrets/, 'handshake-lab.pcapng');
  // The ports are the same and so are the first numbers: to be two connections, one must be of another client.
  const moved = Buffer.from(second);
  for (let at = moved.indexOf(address); at >= 0; at = moved.indexOf(address, at + 4)) moved[at + 3] = 24;
  const both = Buffer.concat([first, moved]);

  const strip = page.getByRole('region', { name: /^From / });
  await open(lab, [file('both.pcapng', both)]);
  await lab.expectStep(1, 16);
  await strip.getByRole('button', { name: 'Connection 1/2' }).click();
  await page.getByRole('menuitemradio', { name: /^2\. shop\.example, TLS 1\.3/ }).click();
  await lab.expectStep(1, 7);
  await expect(strip.getByRole('button', { name: 'Connection 2/2' })).toBeVisible();

  // Cut in the middle: what is whole is shown, and where it ends is said.
  await open(lab, [file('cut.pcapng', first.subarray(0, first.length - 1000))]);
  await expect(lab.scenario).toHaveAccessibleName(/cut\.pcapng/);
  await strip.getByText(/notes?$/).click();
  await expect(strip).toContainText(
    /The file breaks off at byte [\d\u202f]+, after \d+ packets that could be read/,
  );

  const header = first.subarray(0, 24);
  const foreign: readonly (readonly [InputFile, RegExp])[] = [
    [file('empty.pcapng', header), /A capture without a packet|breaks off/],
    [file('picture.png', Buffer.from('89504e470d0a1a0a', 'hex')), /It looks like a picture/],
    [file('chain.pem', '-----BEGIN CERTIFICATE-----\n'), /It looks like PEM/],
    [file('noise.bin', Buffer.from('0011223344556677', 'hex')), /first bytes are 00 11 22 33 44 55 66 77/],
    [file('broken.keys', 'CLIENT_RANDOM 12 34\n'), /Line 1 is no line of a key log/],
    [file('nothing', ''), /It is empty/],
  ];
  for (const [one, says] of foreign) {
    await test.step(one.name, async () => {
      await open(lab, [one]);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(`${one.name} could not be opened`);
      await expect(alert).toContainText(says);
      await expect(lab.scenario).toHaveAccessibleName(/cut\.pcapng/);
      await alert.getByRole('button', { name: 'Dismiss' }).click();
    });
  }
});

test('the run leaves as pictures, notes, paper, certificates and a kit', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=missing-intermediate&step=2');
  const kit = await saved(lab, /^Reproduction kit/, 'handshake-lab-kit.zip');
  for (const name of ['README.md', 'leaf.key', 'client-openssl.sh', 'nginx.conf'])
    expect(kit.includes(`handshake-lab-kit/${name}`), name).toBe(true);
  expect(kit.toString()).toContain('verify error:num=20:unable to get local issuer certificate');
  expect(kit.toString()).toContain(
    'curl: (60) SSL certificate problem: unable to get local issuer certificate',
  );

  const svg = (await saved(lab, /^Ladder, SVG/, 'handshake-lab-ladder.svg')).toString();
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  for (const text of [
    'Missing intermediate',
    'ClientHello',
    '{Certificate}',
    'validate chain',
    '{Alert} unknown_ca',
  ])
    expect(svg).toContain(`>${text}<`);
  const paths = (await saved(lab, /^Path graph, SVG/, 'handshake-lab-paths.svg')).toString();
  expect(paths).toContain('>Lakeside TLS Issuing CA R2<');
  for (const name of ['Ladder', 'Path graph'] as const) {
    const file = name === 'Ladder' ? 'handshake-lab-ladder.png' : 'handshake-lab-paths.png';
    const png = await saved(lab, new RegExp(`^${name}, PNG`), file);
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  }
  const notes = (await saved(lab, /^The run, Markdown/, 'handshake-lab.md')).toString();
  expect(notes).toContain('# Missing intermediate');
  expect(notes).toContain('- ✗ **Trust anchor**: The server did not send the certificate');
  const pem = (await saved(lab, /^PEM in one file/, 'handshake-lab.pem')).toString();
  expect(pem).toContain('-----BEGIN CERTIFICATE-----');
  expect(pem).toContain('-----BEGIN PRIVATE KEY-----');
  expect((await saved(lab, /^PKCS#12/, 'handshake-lab.p12')).subarray(0, 1).toString('hex')).toBe('30');
  const all = await saved(lab, /^Each as PEM/, 'handshake-lab-certificates.zip');
  for (const name of ['server-leaf-sent-0.der', 'server-key.pem', 'server.p12'])
    expect(all.includes(name)).toBe(true);

  // Paper: the handout stands beside the page while it prints, in dark theme as well, and goes away.
  await page.waitForTimeout(2_500);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const handout = page.getByRole('article');
  await expect(handout.getByRole('heading', { level: 1 })).toHaveText('Missing intermediate');
  await expect(handout.getByRole('heading', { level: 2 })).toHaveCount(7);
  await expect(handout.getByRole('row', { name: /^Trust anchor failed/ })).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(handout).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('#root')).toBeVisible();

  // What cannot be played elsewhere says so.
  await lab.open('#/lab?v=1&s=post-handshake-auth');
  await lab.openMenu();
  await expect(
    page.getByRole('menuitem', { name: /^Reproduction kit.*not with late requests/ }),
  ).toBeDisabled();
});

/** 198.51.100.23 */
const address = Buffer.from([198, 51, 100, 23]);
