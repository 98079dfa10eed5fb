import { type BrowserContext, expect, test as base } from '@playwright/test';
import { Lab } from './lab.ts';

export { expect };

interface Options {
  /** Off where a test makes the page complain on purpose. */
  readonly peaceful: boolean;
}

interface Fixtures {
  readonly lab: Lab;
  /** Every address that was asked for. */
  readonly requests: readonly string[];
}

/**
 * Every test also proves peace: no error or warning in the console, no uncaught error, no violation of the
 * policy, no failed request, and no request that leaves the origin.
 */
export const test = base.extend<Options & Fixtures>({
  peaceful: [true, { option: true }],
  requests: [
    async ({ context, baseURL, peaceful }, use) => {
      const complaints: string[] = [];
      const requests: string[] = [];
      await watch(context, complaints, requests);
      await use(requests);
      const origin = new URL(baseURL ?? 'http://localhost').origin;
      if (!peaceful) return;
      expect(complaints, 'the pages complained').toEqual([]);
      expect(
        requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)),
        'requests left the origin',
      ).toEqual([]);
    },
    { auto: true },
  ],
  lab: async ({ page }, provide) => provide(new Lab(page)),
});

async function watch(context: BrowserContext, complaints: string[], requests: string[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // Said by the test runner itself, where a test does without the offline copy.
    if (message.text() !== 'Service Worker registration blocked by Playwright')
      complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => requests.push(request.url()));
  context.on('requestfailed', (request) => {
    // A page that is left cuts off what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} blocked ${event.blockedURI}`);
    });
  });
}
