import { expect, type Locator, type Page } from '@playwright/test';

/** The workshop as a user meets it. */
export class Workshop {
  readonly page: Page;
  readonly title: Locator;
  readonly register: Locator;
  /** Rows of the register, newest first. */
  readonly rows: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.register = page.getByRole('region', { name: 'Register of the CA' });
    this.rows = this.register.getByRole('row').filter({ has: page.getByRole('rowheader') });
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page.goto('./#/workshop');
    await expect(this.rows.first()).toBeVisible();
  }

  desk(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** Signs a request; the form begins with an example. */
  async apply(example?: string): Promise<void> {
    await this.button(/^(Write a request|Edit the request)$/).click();
    if (example !== undefined) await this.dialog.getByLabel('Begin with').selectOption({ label: example });
    await this.button('Make a key and sign').click();
    await this.button('Check the request').waitFor();
  }

  /** From the request to a signed certificate that is not published yet. */
  async sign(example?: string): Promise<void> {
    await this.apply(example);
    await this.button('Check the request').click();
    await this.button('Sign the certificate').click();
    await this.button('Publish it').waitFor();
  }

  async publish(): Promise<void> {
    await this.button('Publish it').click();
    await expect(this.button('Publish it')).toHaveCount(0);
  }

  /** An item of the menu behind a row of the register. */
  async choose(row: Locator, item: string): Promise<void> {
    await row.getByRole('button', { name: /^More for/ }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async file(item: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'File', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
