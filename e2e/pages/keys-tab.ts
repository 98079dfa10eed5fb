import type { Locator } from '@playwright/test';

/** Who has which value, and the key log. */
export class KeysTab {
  readonly matrix: Locator;
  readonly keyLog: Locator;
  readonly lines: Locator;
  private readonly inspector: Locator;

  constructor(panel: Locator, inspector: Locator) {
    this.inspector = inspector;
    this.matrix = panel.getByRole('table');
    this.keyLog = panel.getByRole('region', { name: 'Key log' });
    this.lines = this.keyLog.getByRole('listitem');
  }

  row(name: string): Locator {
    return this.matrix
      .getByRole('row')
      .filter({ has: this.matrix.page().getByRole('rowheader', { name, exact: true }) });
  }

  async show(length: 'Short' | 'Full'): Promise<void> {
    await this.inspector
      .getByRole('group', { name: 'Length of the values' })
      .getByRole('button', { name: length })
      .click();
  }
}
