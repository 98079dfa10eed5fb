import type { Locator } from '@playwright/test';

/** The chain, and one certificate of it. */
export class CertificatesTab {
  readonly chain: Locator;
  readonly certificates: Locator;
  readonly article: Locator;
  private readonly inspector: Locator;

  constructor(panel: Locator, inspector: Locator) {
    this.inspector = inspector;
    this.chain = panel.getByRole('listbox', { name: 'Certificates' });
    this.certificates = this.chain.getByRole('option');
    this.article = panel.getByRole('article');
  }

  async show(view: 'Read' | 'ASN.1' | 'Text' | 'PEM'): Promise<void> {
    await this.inspector
      .getByRole('group', { name: 'View of the certificate' })
      .getByRole('button', { name: view })
      .click();
  }
}
