/** Certificates of the learner's own workshop, in a run of the Lab. */
import type { DemoPki, IssuedCertificate } from '../authority/pki.ts';
import type { Entry, Office } from '../authority/workshop/model.ts';
import type { Scenario } from '../lab/scenario.ts';

/**
 * The PKI of the run with the certificates that the scenario takes from the workshop. On the server: the leaf
 * with its key, the authorities above it, and in the browser's store the workshop's root in the place of the
 * demo root of the same name. In the browser: the certificate, and in the server's list the authority that
 * issued it. The workshop is opened only where a scenario asks for it.
 */
export async function withWorkshop(
  pki: DemoPki,
  { browser, server }: Scenario,
  onMissing: (parameter: string, serial: string) => void,
): Promise<DemoPki> {
  if (browser.ownCertificate === '' && server.ownCertificate === '') return pki;
  const { openWorkshop } = await import('../state/workshop/shared.ts');
  const { entryOf, officesAbove } = await import('../authority/workshop/workshop.ts');
  const workshop = await openWorkshop();
  const find = (parameter: string, serial: string) => {
    const entry = serial === '' ? undefined : entryOf(workshop, serial);
    const issued = entry && issuedOf(entry);
    if (entry && issued) return { issued, above: officesAbove(workshop, entry).map(officeOf) };
    if (serial === '') return undefined;
    onMissing(parameter, serial);
    throw new Error(`no certificate ${serial} with its key in this browser's workshop`);
  };
  const leaf = find('server.ownCertificate', server.ownCertificate);
  const client = find('browser.ownCertificate', browser.ownCertificate);
  return {
    ...pki,
    ...(leaf && ofServer(pki, leaf.issued, leaf.above)),
    ...(client && ofBrowser(client.issued, client.above)),
  };
}

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
    // The demo authority knows nothing of this leaf.
    staple: undefined,
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
