/** Makes what the export menu offers. Loaded when the first of them is asked for. */
import type { DemoPki } from '../../authority/pki.ts';
import { encodePem } from '../../interchange/pem.ts';
import { writePkcs12 } from '../../interchange/pkcs12.ts';
import { writeZip, type ZipFile } from '../../interchange/zip.ts';
import { certificatesIn } from '../../lab/certificates.ts';
import type { Trace } from '../../lab/trace.ts';
import type { Language } from '../../lesson/catalog.ts';
import { kitWords } from '../../lesson/kit.ts';
import { labWords } from '../../lesson/lab.ts';
import { reportWords } from '../../lesson/report.ts';
import { clientSurvey } from '../../state/client-survey.ts';
import type { Workbench } from '../../state/workbench.ts';
import { clientTable } from '../../view/clients.ts';
import { kitFiles } from '../../view/kit.ts';
import { chainPicture } from '../../view/pictures/chain-picture.ts';
import { ladderPicture } from '../../view/pictures/ladder-picture.ts';
import { toSvg, type Picture } from '../../view/pictures/picture.ts';
import { markdownOf, reportOf } from '../../view/report.ts';
import { toPng } from './draw.ts';

/** PKCS#12 wants one; nothing secret is in there. */
export const password = 'handshake';

export async function makeKit(
  trace: Trace,
  title: string,
  language: Language,
  workbench: Workbench,
): Promise<BlobPart> {
  const [pki, survey] = await Promise.all([
    workbench.issue(trace.scenario, trace.clock),
    clientSurvey(trace),
  ]);
  const table = clientTable(trace, survey);
  return writeZip(kitFiles({ trace, pki, table, title }, kitWords[language]), trace.clock);
}

/** Certificates as sent with the server's key first, then the client's: PEM in one text. */
export async function makePem(trace: Trace, workbench: Workbench): Promise<string> {
  const files = await identityFiles(trace, workbench);
  return files.flatMap(({ name, content }) => (name.endsWith('.pem') ? [content] : [])).join('');
}

export async function makePkcs12(trace: Trace, workbench: Workbench): Promise<BlobPart> {
  const pki = await workbench.issue(trace.scenario, trace.clock);
  return writePkcs12(serverIdentity(trace, pki), password, await workbench.provider());
}

/** All of them as PEM, DER and PKCS#12. */
export async function makeIdentities(trace: Trace, workbench: Workbench): Promise<BlobPart> {
  return writeZip(await identityFiles(trace, workbench), trace.clock);
}

function serverIdentity(trace: Trace, pki: DemoPki) {
  const sent = certificatesIn(trace, 'server');
  return {
    name: trace.scenario.browser.serverName,
    privateKey: pki.leaf.privateKey,
    certificates: [pki.leaf.der, ...sent.filter((der) => der.join() !== pki.leaf.der.join())],
  };
}

async function identityFiles(trace: Trace, workbench: Workbench): Promise<readonly ZipFile[]> {
  const lab = trace.source.kind === 'lab';
  const pki = lab ? await workbench.issue(trace.scenario, trace.clock) : undefined;
  const provider = await workbench.provider();
  const both = (name: string, label: string, der: Uint8Array<ArrayBuffer>): readonly ZipFile[] => [
    { name: `${name}.pem`, content: encodePem(label, der) },
    { name: `${name}.der`, content: der },
  ];
  const certificates = trace.certificates.flatMap(({ der, owner, role, ref }) =>
    both(`${owner}-${role}-${ref.from}-${ref.index}`, 'CERTIFICATE', der),
  );
  if (pki === undefined) return certificates;
  const server = serverIdentity(trace, pki);
  return [
    ...certificates,
    ...both('server-key', 'PRIVATE KEY', server.privateKey),
    { name: 'server.p12', content: await writePkcs12(server, password, provider) },
    ...(pki.client ? both('browser-key', 'PRIVATE KEY', pki.client.privateKey) : []),
    ...(pki.client
      ? [
          {
            name: 'browser.p12',
            content: await writePkcs12(
              { name: 'browser', privateKey: pki.client.privateKey, certificates: [pki.client.der] },
              password,
              provider,
            ),
          },
        ]
      : []),
  ];
}

export function makeMarkdown(trace: Trace, title: string, language: Language): string {
  return markdownOf(reportOf(trace, title, language, reportWords[language]));
}

export type PictureName = 'ladder' | 'chain';

export async function makePicture(
  which: PictureName,
  format: 'svg' | 'png',
  trace: Trace,
  title: string,
  language: Language,
): Promise<BlobPart> {
  const picture = pictureOf(which, trace, title, language);
  if (picture === undefined) throw new Error(`this run has no ${which}`);
  return format === 'svg' ? toSvg(picture) : toPng(picture);
}

function pictureOf(which: PictureName, trace: Trace, title: string, language: Language): Picture | undefined {
  return which === 'ladder'
    ? ladderPicture(trace, title, labWords[language])
    : chainPicture(trace, title, reportWords[language]);
}
