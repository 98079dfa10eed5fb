import type { Lab, TabName } from './lab.ts';
import { Workshop } from './workshop.ts';

/** A screen that people get to see: how to open it. */
export interface Screen {
  readonly name: string;
  /** Parameters of a link to the Lab, or a whole link to another page ('#/suites'). */
  readonly link: string;
  readonly tab?: TabName;
  /** What is pressed once it is open. */
  readonly prepare?: (lab: Lab) => Promise<void>;
}

const openOperation = async (lab: Lab): Promise<void> => {
  await lab.crypto.list.first().getByRole('button').first().click();
};

const compared = async ({ page }: Lab): Promise<void> => {
  await page.getByRole('complementary', { name: 'What changed' }).waitFor();
};

/** Every tab in its states, every layer, every scenario's end. Both the tests and the screenshots go through these. */
export const screens: readonly Screen[] = [
  { name: 'hello', link: 's=tls13&step=1' },
  { name: 'local-work', link: 's=tls13&step=3&tab=keys' },
  {
    name: 'certificate-bytes',
    link: 's=tls13&step=5&f=Certificate.certificate_list.[0].cert_data.tbsCertificate.issuer',
  },
  { name: 'certificate-wire', link: 's=tls13&step=5&view=wire' },
  { name: 'certificates', link: 's=tls13&step=5&tab=certificates' },
  ...(['ASN.1', 'Text', 'PEM'] as const).map((view): Screen => ({
    name: `certificates-${view.replace('.', '').toLowerCase()}`,
    link: 's=tls13&step=5&tab=certificates',
    prepare: (lab) => lab.certificates.show(view),
  })),
  { name: 'checks', link: 's=tls13&step=6&tab=checks' },
  { name: 'crypto-graph', link: 's=tls13&step=10&tab=crypto' },
  { name: 'crypto-list', link: 's=tls13&step=1&tab=crypto' },
  { name: 'crypto-operation', link: 's=tls13&step=8&tab=crypto', prepare: openOperation },
  { name: 'keys', link: 's=tls13&step=10&tab=keys' },
  { name: 'keys-full', link: 's=tls13&step=10&tab=keys', prepare: (lab) => lab.keys.show('Full') },
  { name: 'who-knows', link: 's=tls13&step=10&tab=ledger' },
  { name: 'application-data', link: 's=tls13&step=12' },
  { name: 'eve-hidden', link: 's=tls13&step=5&eve=0' },
  {
    name: 'scenarios',
    link: 's=tls13&step=1',
    prepare: async (lab) => {
      await lab.scenario.click();
      await lab.scenarioSearch.waitFor();
    },
  },
  { name: 'configure', link: 's=tls13&step=5', prepare: (lab) => lab.openConfigure() },
  {
    name: 'configure-changed',
    link: 's=hello-retry-request&step=5&server.suites=1303,1301&server.clientAuth=request&browser.alpn=h2&clock=2027-11-23T00:00',
    prepare: (lab) => lab.openConfigure(),
  },
  {
    name: 'help',
    link: 's=tls13&step=1',
    prepare: async (lab) => {
      await lab.page.keyboard.press('?');
      await lab.help.waitFor();
    },
  },
  {
    name: 'glossary',
    link: 's=tls13&step=5',
    prepare: async (lab) => {
      await lab.inspector.getByRole('button', { name: 'intermediate', exact: true }).click();
      await lab.page.getByRole('dialog', { name: /intermediate/i }).waitFor();
    },
  },
  { name: 'menu', link: 's=tls13&step=2', prepare: (lab) => lab.openMenu() },
  { name: 'bad-link', link: 's=tls99' },
  { name: 'choice', link: 's=tls12&step=2&tab=negotiation' },
  { name: 'derivation', link: 's=tls12-rsa-key-exchange&step=9&tab=crypto' },
  {
    name: 'configure-12',
    link: 's=tls12&step=2',
    prepare: (lab) => lab.openConfigure(),
  },
  { name: 'compare', link: '#/compare', prepare: compared },
  { name: 'compare-order', link: '#/compare?v=1&a=expired&rtt=0', prepare: compared },
  { name: 'trust-missing', link: '#/trust?v=1&s=missing-intermediate' },
  { name: 'trust-cross-signed', link: '#/trust?v=1&s=cross-signed-old&client=java' },
  { name: 'trust-client', link: '#/trust?v=1&s=client-certificate-expired&chain=client' },
  {
    name: 'trust-faults',
    link: '#/trust?v=1&s=expired-untrusted-root-wrong-host&client=curl',
    prepare: async ({ page }) => page.getByText('What is wrong with the certificates').click(),
  },
  { name: 'suites', link: '#/suites' },
  { name: 'suites-broken', link: '#/suites?v=1&s=000a&q=rsa&status=legacy,broken' },
  {
    name: 'suites-filters',
    link: '#/suites?v=1&s=1301&version=tls13&property=aead',
    prepare: async ({ page }) => {
      const button = page.getByRole('button', { name: /^Filters/ });
      if (await button.isVisible()) await button.click();
    },
  },
  { name: 'glossary', link: '#/glossary' },
  { name: 'glossary-entry', link: '#/glossary?v=1&term=forward-secrecy' },
  { name: 'guide', link: '#/guide' },
  { name: 'about', link: '#/about' },
  { name: 'workshop', link: '#/workshop', prepare: ({ page }) => new Workshop(page).rows.first().waitFor() },
  {
    name: 'workshop-request',
    link: '#/workshop',
    prepare: ({ page }) => new Workshop(page).button(/^(Write a request|Edit the request)$/).click(),
  },
  { name: 'workshop-signed', link: '#/workshop', prepare: ({ page }) => new Workshop(page).sign() },
  {
    name: 'workshop-revoke',
    link: '#/workshop',
    prepare: ({ page }) =>
      new Workshop(page)
        .button(/^Revoke /)
        .first()
        .click(),
  },
  {
    name: 'workshop-certificate',
    link: '#/workshop',
    prepare: async ({ page }) => {
      const workshop = new Workshop(page);
      await workshop.choose(workshop.rows.first(), 'Look at it');
    },
  },
  { name: 'check', link: '#/check' },
  {
    name: 'check-trusted',
    link: '#/workshop',
    prepare: async ({ page }) => {
      const workshop = new Workshop(page);
      await workshop.choose(workshop.rows.last(), 'Check its chain');
      await page.getByText('trusted', { exact: true }).waitFor();
    },
  },
  {
    name: 'check-garbage',
    link: '#/check',
    prepare: async ({ page }) => {
      const area = page.getByRole('textbox', { name: /^Certificates/ });
      await area.fill(`${garbage}-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\n`);
      await area.blur();
    },
  },
];

const garbage = '-----BEGIN CERTIFICATE-----\nMIIB!\n-----END CERTIFICATE-----\n';

/** Where each scenario ends. */
export const ends: readonly Screen[] = [
  { name: 'end-tls13', link: 's=tls13&step=14' },
  { name: 'end-rsa-certificate', link: 's=rsa-certificate&step=14' },
  { name: 'end-client-certificate', link: 's=client-certificate&step=19' },
  { name: 'end-client-certificate-none', link: 's=client-certificate-none&step=16' },
  { name: 'end-hello-retry-request', link: 's=hello-retry-request&step=16' },
  { name: 'resumption-hello', link: 's=resumption&step=1&f=ClientHello.extensions.pre_shared_key' },
  { name: 'resumption-keys', link: 's=resumption&step=12&tab=keys' },
  { name: 'early-data', link: 's=early-data&step=4' },
  { name: 'early-data-graph', link: 's=early-data&step=3&tab=crypto' },
  { name: 'early-data-rejected', link: 's=early-data-rejected&step=4' },
  { name: 'external-psk-wrong-key', link: 's=external-psk-wrong-key&step=2&tab=checks' },
  { name: 'post-handshake-auth', link: 's=post-handshake-auth&step=13' },
  { name: 'post-quantum-certificate', link: 's=post-quantum-certificate&step=7' },
  ...['missing-intermediate', 'expired', 'wrong-host', 'untrusted-root'].flatMap((id): Screen[] => [
    { name: `fails-${id}`, link: `s=${id}&step=6&tab=checks` },
    { name: `end-${id}`, link: `s=${id}&step=7` },
  ]),
  { name: 'fails-no-common-suite', link: 's=no-common-suite&step=1&tab=checks' },
  { name: 'end-no-common-suite', link: 's=no-common-suite&step=2' },
];

/** Pages that tests of their own look at: these are for the pictures alone. */
export const elsewhere: readonly Screen[] = [
  { name: 'start', link: '#/' },
  { name: 'attack', link: '#/attack?v=1&s=tls13' },
  { name: 'attack-story', link: '#/attack?v=1&s=attack-strip-suites' },
  { name: 'attack-replay', link: '#/attack?v=1&s=attack-early-replay' },
  { name: 'learn', link: '#/learn' },
  { name: 'lesson', link: '#/learn?v=1&lesson=1&part=2' },
  { name: 'lesson-desk', link: '#/learn?v=1&lesson=8' },
  { name: 'closing-check', link: '#/learn?v=1&check=1' },
  { name: 'present', link: '#/present' },
];

/** What is long in German: each kind of page once. */
export const inGerman: readonly Screen[] = [
  { name: 'de-start', link: '#/?v=1&lang=de' },
  { name: 'de-bytes', link: '#/lab?v=1&s=tls13&step=5&lang=de' },
  { name: 'de-crypto', link: '#/lab?v=1&s=tls13&step=8&tab=crypto&lang=de' },
  { name: 'de-keys', link: '#/lab?v=1&s=tls13&step=10&tab=keys&lang=de' },
  { name: 'de-choice', link: '#/lab?v=1&s=tls12&step=2&tab=negotiation&lang=de' },
  { name: 'de-failed', link: '#/lab?v=1&s=expired&step=6&tab=checks&lang=de' },
  {
    name: 'de-compare',
    link: '#/compare?v=1&lang=de',
    prepare: ({ page }) => page.getByRole('complementary', { name: 'Was anders ist' }).waitFor(),
  },
  { name: 'de-attack', link: '#/attack?v=1&s=attack-strip-suites&lang=de' },
  { name: 'de-suites', link: '#/suites?v=1&s=000a&lang=de' },
  { name: 'de-trust', link: '#/trust?v=1&s=expired-untrusted-root-wrong-host&client=curl&lang=de' },
  { name: 'de-workshop', link: '#/workshop?v=1&lang=de' },
  { name: 'de-lesson', link: '#/learn?v=1&lesson=1&part=2&lang=de' },
];

/** In portions, so that no test takes minutes and all workers have something to do. */
export function portions(list: readonly Screen[], size = 9): readonly (readonly Screen[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

/** Opens a screen and does what it needs. */
export async function show(lab: Lab, screen: Screen): Promise<void> {
  await lab.page.goto('about:blank');
  if (screen.link.startsWith('#')) {
    await lab.page.goto(`./${screen.link}`);
    await lab.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  } else await lab.open(`#/lab?v=1&${screen.link}`);
  await lab.settled();
  await screen.prepare?.(lab);
  await lab.settled();
}
