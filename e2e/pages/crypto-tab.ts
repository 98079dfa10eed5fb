import type { Locator } from '@playwright/test';

/** Key schedule or list of operations, and one operation taken apart. */
export class CryptoTab {
  readonly graph: Locator;
  readonly list: Locator;
  readonly operation: Locator;
  readonly copyJavaScript: Locator;
  private readonly inspector: Locator;

  constructor(panel: Locator, inspector: Locator) {
    this.inspector = inspector;
    this.graph = panel.getByRole('group', { name: 'Key schedule of this run' });
    this.list = panel.getByRole('list', { name: 'Operations of this step' });
    this.operation = inspector.getByRole('region', { name: 'Operation' });
    this.copyJavaScript = this.operation.getByRole('button', { name: 'Copy as JavaScript' });
  }

  async show(view: 'Graph' | 'List'): Promise<void> {
    await this.inspector
      .getByRole('group', { name: 'View of the operations' })
      .getByRole('button', { name: view })
      .click();
  }

  secret(name: string | RegExp): Locator {
    return this.graph.getByRole('button', { name }).first();
  }
}
