/** Certificates of the learner's own workshop, in a run of the Lab. */
import type { DemoPki, IssuedCertificate } from '../authority/pki.ts';
import type { Entry, Office } from '../authority/workshop/model.ts';
import type { Bytes, Provider } from '../crypto/port.ts';
import type { Scenario } from '../lab/scenario.ts';

/**
 * The PKI of the run with the certificates that the scenario takes from the workshop. On the server: the leaf
 * with its key, the authorities above it, and in the browser's store the workshop's root in the place of the
 * demo root of the same name. In the browser: the certificate, and in the server's list the authority that
 * issued it. What the offices say about revocation comes along, as of the run's clock: the list of every office
 * above, and the answer that the server staples. The workshop is opened only where a scenario asks for it.
 */
export async function withWorkshop(
  pki: DemoPki,
  { browser, server }: Pick<Scenario, 'browser' | 'server'>,
  { clock: now, provider }: { readonly clock: number; readonly provider: Provider },
  onMissing: (parameter: string, serial: string) => void,
): Promise<DemoPki> {
  if (browser.ownCertificate === '' && server.ownCertificate === '') return pki;
  const { openWorkshop } = await import('../state/workshop/shared.ts');
  const { entryOf, officesAbove } = await import('../authority/workshop/workshop.ts');
  const { answerAt, listAt } = await import('../authority/workshop/status-at.ts');
  const workshop = await openWorkshop();
  // DER has whole seconds.
  const clock = now - (now % 1000);
  const find = (parameter: string, serial: string) => {
    const entry = serial === '' ? undefined : entryOf(workshop, serial);
    const issued = entry && issuedOf(entry);
    if (entry && issued) return { entry, issued, offices: officesAbove(workshop, entry) };
    if (serial === '') return undefined;
    onMissing(parameter, serial);
    throw new Error(`no certificate ${serial} with its key in this browser's workshop`);
  };
  const leaf = find('server.ownCertificate', server.ownCertificate);
  const client = find('browser.ownCertificate', browser.ownCertificate);
  const listsOf = (found: typeof leaf): Promise<readonly Bytes[]> =>
    Promise.all((found?.offices ?? []).map((office) => listAt(workshop, office, clock, provider)));
  const issuer = leaf?.offices[0];
  // The demo authority knows nothing of this leaf; who answers is the workshop. An old answer is nine days old.
  const producedAt = clock - (server.staple === 'stale' ? 9 * day : 0);
  const staple =
    leaf && issuer && server.staple !== 'none'
      ? await answerAt(leaf.entry, issuer, producedAt, provider)
      : undefined;
  return {
    ...pki,
    ...(leaf && { ...ofServer(pki, leaf.issued, leaf.offices.map(officeOf)), staple }),
    ...(client && ofBrowser(client.issued, client.offices.map(officeOf))),
    lists: {
      server: leaf ? await listsOf(leaf) : pki.lists.server,
      client: client ? await listsOf(client) : pki.lists.client,
      ...(leaf && { scope: 'path' }),
    },
  };
}

const day = 86_400_000;

/** Three authorities at most stand above a leaf that is sent whole: the root, the one below it, and one more. */
function ofServer(
  pki: DemoPki,
  leaf: IssuedCertificate,
  above: readonly IssuedCertificate[],
): Partial<DemoPki> {
  const root = above.at(-1) ?? pki.root;
  const intermediate = above.at(-2) ?? root;
  const below = above.at(-3);
  return {
    leaf,
    intermediate,
    root,
    more: { ...pki.more, ...(below && { 'sub-ca': below.der }) },
    store: pki.store.map((anchor) => (anchor.id === 'lakeside' ? { ...anchor, der: root.der } : anchor)),
    repository: [],
  };
}

function ofBrowser(client: IssuedCertificate, above: readonly IssuedCertificate[]): Partial<DemoPki> {
  const [issuer] = above;
  if (issuer === undefined) return { client };
  return { client, clientRoot: issuer, clientStore: [{ id: 'staff', der: issuer.der }] };
}

function issuedOf({ certificate, key }: Entry): IssuedCertificate | undefined {
  return key && { der: certificate, privateKey: key.privateKey, keyKind: key.kind };
}

function officeOf({ certificate, key }: Office): IssuedCertificate {
  return { der: certificate, privateKey: key.privateKey, keyKind: key.kind };
}
