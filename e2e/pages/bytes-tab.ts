import type { Locator } from '@playwright/test';

/** Hex and field tree of one message. */
export class BytesTab {
  readonly hex: Locator;
  readonly tree: Locator;
  readonly onTheWire: Locator;
  readonly decrypted: Locator;
  readonly selected: Locator;
  private readonly panel: Locator;

  constructor(panel: Locator, inspector: Locator) {
    this.panel = panel;
    this.hex = panel.getByRole('application');
    this.tree = panel.getByRole('tree', { name: 'Fields of this message' });
    this.selected = this.tree.getByRole('treeitem', { selected: true });
    const view = inspector.getByRole('group', { name: 'View of the bytes' });
    this.onTheWire = view.getByRole('button', { name: 'On the wire' });
    this.decrypted = view.getByRole('button', { name: 'Decrypted' });
  }

  field(name: string | RegExp): Locator {
    return this.tree.getByRole('treeitem', { name }).first();
  }

  /** The detail line as one text: path, offsets, value, meaning. */
  detail(text: string | RegExp): Locator {
    return this.panel.getByText(text).last();
  }

  /** Offsets of the selected bytes as the detail line says them, last byte included. */
  async range(): Promise<readonly [number, number]> {
    const text = await this.panel.getByText(/^0x[0-9a-f]{4}( – 0x[0-9a-f]{4})?$/).innerText();
    const [from = Number.NaN, to = from] = text.split(' – ').map(Number);
    return [from, to];
  }

  /** The bytes that are drawn as selected, as hex without gaps, as far as they are in sight. */
  async highlighted(): Promise<string> {
    const parts = await this.hex.locator('[data-filled]').allTextContents();
    return parts.join('').replace(/\s+/g, '');
  }
}
