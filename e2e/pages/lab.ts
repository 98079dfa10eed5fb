import { expect, type Locator, type Page } from '@playwright/test';
import { BytesTab } from './bytes-tab.ts';
import { CertificatesTab } from './certificates-tab.ts';
import { ChecksTab } from './checks-tab.ts';
import { ConfigureSheet } from './configure-sheet.ts';
import { CryptoTab } from './crypto-tab.ts';
import { KeysTab } from './keys-tab.ts';

export type TabName =
  | 'Bytes'
  | 'Crypto'
  | 'Certificates'
  | 'Certs'
  | 'Keys'
  | 'Checks'
  | 'Fields'
  | 'Who knows what'
  | 'Who knows';

/** The Lab screen as a user meets it: by roles and names. */
export class Lab {
  readonly page: Page;
  readonly ladder: Locator;
  /** One button per step, in the ladder or in the list it folds to. */
  readonly steps: Locator;
  readonly currentStep: Locator;
  readonly inspector: Locator;
  readonly title: Locator;
  readonly tablist: Locator;
  readonly panel: Locator;
  readonly scenario: Locator;
  readonly configureButton: Locator;
  readonly shareButton: Locator;
  readonly negotiated: Locator;
  readonly ledger: Locator;
  readonly eavesdropper: Locator;
  readonly player: Locator;
  readonly scrubber: Locator;
  readonly notice: Locator;
  readonly help: Locator;
  readonly scenarioSearch: Locator;
  readonly bytes: BytesTab;
  readonly crypto: CryptoTab;
  readonly certificates: CertificatesTab;
  readonly keys: KeysTab;
  readonly checks: ChecksTab;
  readonly configure: ConfigureSheet;

  constructor(page: Page) {
    this.page = page;
    this.ladder = page.getByRole('region', { name: 'Message ladder' });
    const list = this.ladder.getByRole('list', { name: 'Steps of the handshake' });
    this.steps = list.getByRole('button');
    this.currentStep = list.locator('[aria-current=step]').getByRole('button');
    this.inspector = page.getByRole('region', { name: 'Inspector' });
    this.title = this.inspector.getByRole('heading', { level: 1 });
    this.tablist = this.inspector.getByRole('tablist', { name: 'Views of this step' });
    this.panel = this.inspector.getByRole('tabpanel');
    this.scenario = page.getByRole('banner').getByRole('button', { name: /^Scenario:/ });
    this.configureButton = page.getByRole('banner').getByRole('button', { name: 'Configure' });
    this.shareButton = page.getByRole('banner').getByRole('button', { name: 'Copy a link to this run' });
    this.negotiated = page.getByRole('list', { name: 'Negotiated parameters' });
    this.ledger = this.inspector.getByRole('region', { name: 'Who knows what' });
    this.eavesdropper = this.ladder.getByRole('switch', { name: 'Eavesdropper' });
    this.player = page.getByRole('contentinfo', { name: 'Player' });
    this.scrubber = this.player.getByRole('slider', { name: 'Step' });
    this.notice = page.getByRole('status');
    this.help = page.getByRole('dialog', { name: 'Keys' });
    this.scenarioSearch = page.getByRole('combobox', { name: 'Find a scenario' });
    this.bytes = new BytesTab(this.panel, this.inspector);
    this.crypto = new CryptoTab(this.panel, this.inspector);
    this.certificates = new CertificatesTab(this.panel, this.inspector);
    this.keys = new KeysTab(this.panel, this.inspector);
    this.checks = new ChecksTab(this.panel);
    this.configure = new ConfigureSheet(page);
  }

  /** Opens the Lab at a link ('#/lab?v=1&…') and waits for the first handshake on screen. */
  async open(link = '#/lab'): Promise<void> {
    await this.page.goto(`./${link}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.title).toBeVisible();
  }

  tab(name: TabName): Locator {
    return this.tablist.getByRole('tab', { name: new RegExp(`^${name}\\d*$`) });
  }

  async openTab(name: TabName): Promise<void> {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(this.panel.getByText('Loading this view')).toHaveCount(0);
  }

  /** How the slider puts it: 'Step 5 of 14, Certificate, server to browser, under handshake keys'. */
  async expectStep(number: number, of: number): Promise<void> {
    await expect(this.scrubber).toHaveAttribute('aria-valuenow', String(number));
    await expect(this.scrubber).toHaveAttribute('aria-valuemax', String(of));
    await expect(this.inspector.getByText(`Step ${number} of ${of}`, { exact: true })).toBeVisible();
  }

  async stepCount(): Promise<number> {
    return Number(await this.scrubber.getAttribute('aria-valuemax'));
  }

  async press(
    name: 'First step' | 'Previous step' | 'Play' | 'Pause' | 'Next step' | 'Last step',
  ): Promise<void> {
    await this.player.getByRole('button', { name, exact: true }).click();
  }

  /** A row of who-knows-what: value by value, 'known', 'cannot', 'known, learned in this step'. */
  async knows(who: 'Browser' | 'Eavesdropper' | 'Server'): Promise<Record<string, string>> {
    const cells = await this.ledger
      .getByRole('row', { name: new RegExp(`^${who}`) })
      .getByRole('cell')
      .allTextContents();
    // The cell holds its label for the eye and the sentence for the ear; the sentence has the colon.
    return Object.fromEntries(
      cells.map((text) => {
        const [label = '', state = ''] = text.split(/: (?=[^:]*$)/);
        return [label.slice(label.length / 2), state];
      }),
    );
  }

  async chooseScenario(name: string): Promise<void> {
    await this.scenario.click();
    // Each option also says how it ends: 'Untrusted root, fails'.
    await this.page
      .getByRole('option', {
        name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} ?, (works|fails|asks)`),
      })
      .click();
    await expect(this.scenario).toHaveAccessibleName(`Scenario: ${name}`);
  }

  async chooseTheme(name: 'Light' | 'Dark' | 'As the system'): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^Theme/ })
      .click();
    await this.page.getByRole('menuitemradio', { name }).click();
  }

  /** On a phone it hides in the menu. */
  async openConfigure(): Promise<void> {
    // The right end of the bar comes behind the first handshake.
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^(Configure|Export|More)$/ })
      .first()
      .waitFor();
    if (await this.configureButton.isVisible()) await this.configureButton.click();
    else {
      await this.openMenu();
      await this.page.getByRole('menuitem', { name: 'Configure' }).click();
    }
    await this.configure.heading.waitFor();
    await expect(this.configure.runText).toContainText(/Completes|Fails/);
  }

  /** Export, or More where there is less room. */
  async openMenu(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^(Export|More)$/ })
      .click();
    await this.page.getByRole('menu').waitFor();
  }

  /** Chunks are there, and what moves has come to rest. */
  async settled(): Promise<void> {
    await expect(this.page.getByText('Loading this view')).toHaveCount(0);
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      // One that was replaced before it began never finishes.
      const patience = new Promise((resolve) => setTimeout(resolve, 2_000));
      await Promise.race([Promise.allSettled(ending.map((animation) => animation.finished)), patience]);
    });
  }
}
