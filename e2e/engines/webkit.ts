import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { Builder, By, Key } from 'selenium-webdriver';
import type { Engine } from './engine.ts';

/** WebKitGTK's MiniBrowser over WebDriver, on a display of its own where there is none; or why it cannot be. */
export async function launchWebKit(): Promise<Engine | string> {
  const binary = findMiniBrowser();
  if (binary === undefined || !hasCommand('WebKitWebDriver'))
    return 'no WebKitWebDriver with MiniBrowser on this machine (Debian: webkit2gtk-driver)';
  const needsDisplay = !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  if (needsDisplay && !hasCommand('Xvfb')) return 'no display and no Xvfb on this machine (Debian: xvfb)';

  const children: ChildProcess[] = [];
  try {
    const env: NodeJS.ProcessEnv = { ...process.env, WEBKIT_DISABLE_DMABUF_RENDERER: '1' };
    if (needsDisplay) env['DISPLAY'] = await startDisplay(children);
    const port = await startDriver(children, env);
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      })
      .build();
    await driver.manage().window().setRect({ width: 1440, height: 900, x: 0, y: 0 });
    const version: unknown = (await driver.getCapabilities()).get('browserVersion');
    return {
      name: `webkitgtk/${String(version)}`,
      open: (url) => driver.get(url),
      evaluate: (expression) => driver.executeScript(`return (${expression});`),
      click: async (selector) => {
        // What loads late may still move it.
        for (let tries = 5; ; tries--) {
          try {
            const element = await driver.findElement(By.css(selector));
            await driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
            await element.click();
            return;
          } catch (error) {
            if (tries === 0) throw error;
            await driver.sleep(500);
          }
        }
      },
      press: (key) =>
        driver
          .actions()
          .sendKeys(keys[key] ?? key)
          .perform(),
      errors: () => [], // Classic WebDriver does not tell; journeys judge by what is on screen.
      close: async () => {
        await driver.quit();
        stop(children);
      },
    };
  } catch (error) {
    stop(children);
    throw error;
  }
}

/** DOM key names as WebDriver's code points. */
const keys: Readonly<Record<string, string>> = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Backspace: Key.BACK_SPACE,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

function findMiniBrowser(): string | undefined {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  return ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']
    .flatMap((version) => folders.map((folder) => `/usr/lib/${folder}/${version}/MiniBrowser`))
    .find((path) => existsSync(path));
}

function hasCommand(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

/** Starts Xvfb on the first free display and returns its name. */
async function startDisplay(children: ChildProcess[]): Promise<string> {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(xvfb);
  return new Promise((resolve, reject) => {
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${String(code)}`)));
    xvfb.stdio[3]?.once('data', (data: Buffer) => resolve(`:${data.toString().trim()}`));
  });
}

/** Starts WebKitWebDriver and returns the port it listens on. */
async function startDriver(children: ChildProcess[], env: NodeJS.ProcessEnv): Promise<number> {
  const port = 20_000 + (process.pid % 20_000);
  children.push(spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env }));
  for (let attempt = 0; attempt < 100; attempt++) {
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer');
}

function stop(children: readonly ChildProcess[]): void {
  for (const child of children.toReversed()) child.kill();
}
