import type { Locator } from '@playwright/test';

/** Verdicts, what a browser shows its user, the alert, and how to fix it. */
export class ChecksTab {
  readonly list: Locator;
  readonly failed: Locator;
  readonly errorPage: Locator;
  readonly alert: Locator;
  readonly fixHeading: Locator;
  private readonly panel: Locator;

  constructor(panel: Locator) {
    this.panel = panel;
    this.list = panel.getByRole('list', { name: 'Checks' });
    this.failed = this.list.getByRole('listitem').filter({ hasText: /, failed/ });
    this.errorPage = panel.getByRole('figure', { name: /^What \w+ shows/ });
    this.alert = panel.getByText(/^Then, (encrypted|in the clear):/);
    this.fixHeading = panel.getByRole('heading', { name: 'How to fix it' });
  }

  fix(name: string): Locator {
    return this.panel.getByRole('button', { name });
  }
}
