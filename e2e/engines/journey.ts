import type { Engine } from './engine.ts';
import { waitFor } from './engine.ts';

/** One thing that must work in every engine; it throws when it does not. */
export interface Leg {
  readonly name: string;
  readonly run: (engine: Engine, url: string) => Promise<void>;
}

/** The main journey, leg by leg; each leg goes on where the one before it ended. */
export const journey: readonly Leg[] = [
  {
    name: 'the page loads in a secure context',
    run: async (engine, url) => {
      await engine.open(`${url}#/lab`);
      await waitFor(engine, `isSecureContext && document.querySelector('main') !== null`);
    },
  },
  {
    name: 'a handshake of 14 steps completes on screen',
    run: async (engine) => {
      await waitFor(engine, `${slider}?.getAttribute('aria-valuemax') === '14'`);
      await waitFor(engine, `${steps}.length === 14`);
      await expectStep(engine, 1, 'ClientHello');
    },
  },
  {
    name: 'every step opens by key, to close_notify',
    run: async (engine) => {
      const titles = new Set<unknown>();
      for (let step = 2; step <= 14; step++) {
        await engine.press('ArrowRight');
        await expectStep(engine, step);
        titles.add(await engine.evaluate(`${title}.textContent`));
      }
      if (titles.size < 10) throw new Error(`only ${titles.size} titles: ${[...titles].join(', ')}`);
      await expectStep(engine, 14, 'close_notify');
      await waitFor(
        engine,
        `document.querySelector('[aria-label="Message ladder"]').textContent.includes('verified')`,
      );
    },
  },
  {
    name: 'hybrid key exchange was negotiated, and both sides derived the same secrets',
    run: async (engine) => {
      const negotiated = `document.querySelector('[aria-label="Negotiated parameters"]')?.textContent`;
      await waitFor(engine, `${negotiated}?.includes('X25519MLKEM768')`);
      await engine.press('k');
      await waitFor(engine, `${panel}.textContent.includes('CLIENT_TRAFFIC_SECRET_0')`);
    },
  },
  {
    name: 'a field of the Certificate marks its bytes',
    run: async (engine) => {
      await clickAmong(engine, steps, 4);
      await expectStep(engine, 5, 'Certificate');
      await engine.press('b');
      await waitFor(engine, `document.querySelector('[role=tree]') !== null`);
      await clickAmong(
        engine,
        `[...document.querySelectorAll('[role=treeitem]')].filter((row) => row.textContent.startsWith('issuer'))`,
      );
      const hex = await waitFor(
        engine,
        `[...document.querySelectorAll('[role=application] [data-filled]')].map((part) => part.textContent).join('').replace(/\\s/g, '')`,
      );
      const text = Buffer.from(String(hex), 'hex').toString('latin1');
      if (!text.includes('Lakeside TLS Issuing CA')) throw new Error(`the marked bytes are ${String(hex)}`);
    },
  },
  {
    name: 'Certificates shows the chain',
    run: async (engine) => {
      await engine.press('d');
      await waitFor(engine, `${panel}.querySelectorAll('[role=option]').length === 3`);
      await waitFor(engine, `${panel}.querySelector('article h2')?.textContent === 'shop.example'`);
    },
  },
  {
    name: 'Crypto shows the key schedule and its operations',
    run: async (engine) => {
      await clickAmong(engine, steps, 9);
      await expectStep(engine, 10);
      await engine.press('c');
      await waitFor(
        engine,
        `${panel}.querySelector('[aria-label="Key schedule of this run"] button') !== null`,
      );
      await clickAmong(
        engine,
        `[...${panel}.querySelectorAll('button')].filter((node) => node.textContent.startsWith('c ap traffic'))`,
      );
      await waitFor(
        engine,
        `document.querySelector('[aria-label="Operation"]')?.textContent.includes('HKDF-Expand-Label')`,
      );
    },
  },
  {
    name: 'a failing scenario ends at its check, and its fix completes the handshake',
    run: async (engine, url) => {
      await engine.open('about:blank');
      await engine.open(`${url}#/lab?v=1&s=expired&step=6&tab=checks`);
      await waitFor(engine, `${slider}?.getAttribute('aria-valuemax') === '7'`);
      await waitFor(engine, `${panel}?.textContent.includes('certificate_expired (45)')`);
      await clickAmong(
        engine,
        `[...${panel}.querySelectorAll('button')].filter((button) => button.textContent.startsWith('Renew'))`,
      );
      await waitFor(engine, `${slider}?.getAttribute('aria-valuemax') === '14'`);
    },
  },
  ...['rsa-certificate', 'client-certificate', 'hello-retry-request'].map((scenario): Leg => ({
    name: `scenario ${scenario} completes`,
    run: async (engine, url) => {
      await engine.open('about:blank');
      await engine.open(`${url}#/lab?v=1&s=${scenario}&step=99`);
      await waitFor(engine, `${slider}?.getAttribute('aria-valuetext')?.includes('close_notify')`);
    },
  })),
  ...[
    ['1302', 'TLS_AES_256_GCM_SHA384'],
    ['1303', 'TLS_CHACHA20_POLY1305_SHA256'],
  ].map(([code, name]): Leg => ({
    name: `suite ${name} completes`,
    run: async (engine, url) => {
      await engine.open('about:blank');
      await engine.open(`${url}#/lab?v=1&s=tls13&step=99&server.suites=${code}`);
      await waitFor(engine, `${slider}?.getAttribute('aria-valuetext')?.includes('close_notify')`);
      await waitFor(
        engine,
        `document.querySelector('[aria-label="Negotiated parameters"]')?.textContent.includes('${name}')`,
      );
    },
  })),
];

const slider = `document.querySelector('[role=slider]')`;
const steps = `[...document.querySelectorAll('[aria-label="Steps of the handshake"] button')]`;
const title = `document.querySelector('[aria-label="Inspector"] h1')`;
const panel = `document.querySelector('[role=tabpanel]')`;

/** Waits until ladder, slider and inspector agree on the step. */
async function expectStep(engine: Engine, step: number, name = ''): Promise<void> {
  await waitFor(
    engine,
    `${slider}?.getAttribute('aria-valuenow') === '${step}'
      && ${slider}.getAttribute('aria-valuetext').includes('${name}')
      && document.querySelector('[aria-label="Inspector"]')?.textContent.startsWith('Step ${step} of ')`,
  );
}

/** Clicks one of the elements that an expression finds, with a real mouse. */
async function clickAmong(engine: Engine, elements: string, index = 0): Promise<void> {
  await waitFor(engine, `${elements}.length > ${index}`);
  await engine.evaluate(`(() => {
    document.querySelector('[data-journey]')?.removeAttribute('data-journey');
    const element = ${elements}[${index}];
    element.scrollIntoView({ block: 'center' });
    element.setAttribute('data-journey', '');
    return true;
  })()`);
  await engine.click('[data-journey]');
}
