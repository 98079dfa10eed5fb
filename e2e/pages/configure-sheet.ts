import type { Locator, Page } from '@playwright/test';

/** Every knob of a run. */
export class ConfigureSheet {
  readonly sheet: Locator;
  readonly heading: Locator;
  readonly changes: Locator;
  /** How the newest run ended: 'Completes in 14 steps.' */
  readonly runText: Locator;
  readonly runNumber: Locator;
  readonly newKeys: Locator;
  readonly reset: Locator;
  readonly close: Locator;
  readonly browserSuites: Locator;
  readonly serverSuites: Locator;

  constructor(page: Page) {
    this.sheet = page.getByRole('dialog', { name: 'Configure' });
    this.heading = this.sheet.getByRole('heading', { name: 'Configure' });
    this.changes = this.sheet.getByRole('group', { name: 'What differs from the scenario' });
    this.runText = this.sheet.getByRole('status').filter({ hasText: /Completes|Fails|Running|Cannot/ });
    this.runNumber = this.sheet.getByText(/^run \d+$/);
    this.newKeys = this.sheet.getByRole('button', { name: 'New keys' });
    this.reset = this.sheet.getByRole('button', { name: 'Reset to scenario' });
    this.close = this.sheet.getByRole('button', { name: 'Close' });
    this.browserSuites = this.sheet.getByRole('list', { name: 'Suites the browser offers' });
    this.serverSuites = this.sheet.getByRole('list', { name: 'Suites the server accepts' });
  }

  /** A row of an ordered list: '1 of 3, TLS_AES_128_GCM_SHA256, agreed on'. */
  entry(list: Locator, name: string): Locator {
    return list.getByRole('button', { name: new RegExp(`\\d of \\d.*${name}`) });
  }

  choice(group: string, name: string): Locator {
    return this.sheet.getByRole('group', { name: group }).getByRole('button', { name, exact: true });
  }
}
