/**
 * The profiles against what was measured: 54 faults, nine clients. Chains are issued by this laboratory's
 * authority under the names of the measurement; every cell is compared, and one that differs fails.
 */
import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { issueDemoPki, issueRoot } from '../../authority/issue.ts';
import { KeyRing } from '../../authority/key-ring.ts';
import type { ChainItem, DemoPki } from '../../authority/pki.ts';
import { makeStatusReply } from '../../authority/workshop/ocsp.ts';
import type { Bytes, Provider } from '../../crypto/port.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import type { Certificate } from '../../x509/model.ts';
import { certificate } from '../../x509/testing/forge.ts';
import { presets } from '../presets.ts';
import { applyPatch, type ScenarioPatch } from '../scenario-patch.ts';
import type { AnchorId, CertificateFault, Scenario } from '../scenario.ts';
import type { ClientId, Report } from './clients.ts';
import { type HandshakeFault, handshakeReports } from './handshake.ts';
import { type ChainQuestion, judgeChain } from './judge.ts';

type Cell = string | Readonly<Record<string, string | number | boolean | null>>;
type Row = Readonly<Record<string, Cell>>;
interface Matrix {
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, Row>>;
}

const matrix = JSON.parse(
  readFileSync(new URL('testing/fault-matrix.json', import.meta.url), 'utf8'),
) as Matrix;
const measured = Object.keys(matrix.versions) as ClientId[];

const host = 'site.tlslab.test';
const elsewhere = ['other.tlslab.test', 'www.other.tlslab.test'];
const clock = Date.UTC(2026, 10, 23, 18, 18, 6);

/** RSA throughout, as in the measurement; everybody trusts the root, the way locally installed roots are. */
const usual: ScenarioPatch = {
  clock,
  browser: { serverName: host, roots: ['harbour'] },
  server: { keyType: 'rsa', issuer: 'harbour', names: [host], validity: [-30, 60] },
};
const server = (patch: ScenarioPatch['server'], browser: ScenarioPatch['browser'] = {}): ScenarioPatch => ({
  server: patch ?? {},
  browser,
});
const faulty = (...faults: CertificateFault[]): ScenarioPatch => server({ faults });
const strangers = { roots: ['lakeside'] } as const;
const late = { validity: [-60, -3] } as const;

/** How each measured chain is issued here. */
const chains: Readonly<Record<string, ScenarioPatch>> = {
  ok: {},
  missing_int_noaia: server({ sends: ['leaf'], repository: false }),
  missing_int_aia: server({ sends: ['leaf'] }),
  untrusted_root: server({}, strangers),
  untrusted_root_sent: server({ sends: ['leaf', 'intermediate', 'root'] }, strangers),
  self_signed: server({ sends: ['leaf'], faults: ['self-signed'] }),
  expired: server(late),
  not_yet_valid: server({ validity: [5, 60] }),
  expired_int: faulty('intermediate-expired'),
  expired_root_in_store: faulty('root-expired'),
  wrong_host: server({ names: elsewhere }),
  no_san_cn_only: faulty('no-san'),
  wildcard_depth: server({ names: ['*.tlslab.test'] }, { serverName: 'deep.site.tlslab.test' }),
  ip_no_ip_san: server({}, { serverName: '127.0.0.1' }),
  int_not_ca: faulty('intermediate-not-ca'),
  int_no_bc: faulty('intermediate-no-constraints'),
  int_no_keycertsign: faulty('intermediate-no-cert-sign'),
  pathlen_exceeded: server({ faults: ['path-length'], sends: ['leaf', 'sub-ca', 'intermediate'] }),
  eku_client_only: faulty('client-purpose'),
  ku_no_digsig: faulty('no-signing'),
  name_constraints: faulty('name-constraints'),
  bad_sig_leaf: faulty('tampered'),
  bad_sig_int: faulty('intermediate-tampered'),
  impostor_issuer_key: faulty('impostor'),
  aki_mismatch: faulty('other-key-id'),
  issuer_name_mismatch: faulty('other-issuer-name'),
  rsa1024_leaf: faulty('weak-key'),
  unknown_critical_ext: faulty('critical-extension'),
  leaf_is_ca: faulty('leaf-is-ca'),
  out_of_order: server({ sends: ['leaf', 'root', 'intermediate'] }),
  extra_unrelated: server({ sends: ['leaf', 'unrelated', 'intermediate'] }),
  root_sent_too: server({ sends: ['leaf', 'intermediate', 'root'] }),
  validity_5y: server({ validity: [-30, 1795] }),
  cross_signed_expired_path: server(
    { issuer: 'meridian', sends: ['leaf', 'intermediate', 'cross-sign'], faults: ['old-root-expired'] },
    { roots: ['harbour', 'meridian'] },
  ),
  cross_cert_itself_expired: server(
    { issuer: 'meridian', sends: ['leaf', 'intermediate', 'cross-sign'], faults: ['cross-sign-expired'] },
    { roots: ['harbour', 'meridian'] },
  ),
  multi_expired_wronghost: server({ ...late, names: elsewhere }),
  multi_expired_untrusted: server(late, strangers),
  multi_untrusted_wronghost: server({ names: ['other.tlslab.test'] }, strangers),
  multi_all_three: server({ ...late, names: ['other.tlslab.test'] }, strangers),
  ocsp_stapled_revoked: faulty('revoked'),
  must_staple_missing: faulty('must-staple'),
  sha1_leaf: faulty('sha1'),
};

/** Measured handshakes that end for another reason than the chain: the profiles carry these as data. */
const handshakes: Readonly<Record<string, HandshakeFault>> = {
  bad_certverify_tls13: 'bad-certificate-verify',
  bad_ske_sig_tls12: 'bad-key-exchange-signature',
  tls10_only: 'old-version',
  tls11_only: 'old-version',
  rc4_only: 'no-common-suite',
  '3des_only': 'no-common-suite-3des',
  static_rsa_only: 'static-rsa',
  clientcert_required_tls13: 'client-certificate-required-42',
  clientcert_required_tls12: 'client-certificate-required-42-12',
  tamper_appdata_record: 'bad-record',
  tamper_serverhello_random: 'changed-server-random',
  plain_http: 'plain-http',
};

let provider: Provider;
let ring: KeyRing;

beforeAll(async () => {
  provider = await createProvider();
  ring = new KeyRing({ provider, subtle: webcrypto.subtle as unknown as SubtleCrypto });
});

test('every profile says what was measured, cell by cell', async () => {
  const differ: string[] = [];
  const compared = { chains: 0, handshakes: 0 };
  for (const [row, cells] of Object.entries(matrix.rows)) {
    const chain = chains[row];
    for (const client of measured) {
      const cell = cells[client];
      if (cell === undefined) throw new Error(`${row} has no cell for ${client}`);
      const fault = handshakes[row];
      if (chain === undefined && fault === undefined) throw new Error(`${row} is not rebuilt`);
      compared[chain ? 'chains' : 'handshakes']++;
      const report = chain ? await reportOf(client, chain) : handshakeReports[fault ?? 'plain-http'][client];
      const wrong = difference(client, cell, report);
      if (wrong !== undefined) differ.push(`${row}, ${client}: ${wrong}`);
    }
  }
  process.stdout.write(
    `client matrix: ${compared.chains + compared.handshakes} cells, ${compared.chains} judged by the validator, ${compared.handshakes} kept as data, ${differ.length} differ\n`,
  );
  expect(differ).toEqual([]);
  expect(compared.chains + compared.handshakes).toBe(54 * 9);
}, 60_000);

test('the cross-signed chain by what the client has in its store', async () => {
  const crossed = (roots: readonly AnchorId[]): ScenarioPatch =>
    server(
      { issuer: 'meridian', sends: ['leaf', 'intermediate', 'cross-sign'], faults: ['old-root-expired'] },
      { roots },
    );
  const texts = async (roots: readonly AnchorId[]): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        measured.map(async (client) => {
          const report = await reportOf(client, crossed(roots));
          return [client, report === 'connects' ? 'ok' : (report?.text ?? 'unknown')] as const;
        }),
      ),
    );
  const allOk = Object.fromEntries(measured.map((client) => [client, 'ok']));
  expect(await texts(['meridian'])).toEqual(allOk);
  expect(await texts(['harbour', 'meridian'])).toEqual(allOk);
  const old = await texts(['harbour']);
  expect(old).toMatchObject({
    chromium: 'NET::ERR_CERT_DATE_INVALID',
    firefox: 'SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE',
    openssl: 'certificate has expired',
    node: 'CERT_HAS_EXPIRED: certificate has expired',
    gnutls: 'The certificate chain uses expired certificate.',
    java: 'ok',
  });
  expect(old['go']).toContain('certificate has expired or is not yet valid');
});

async function reportOf(client: ClientId, patch: ScenarioPatch): Promise<Report | 'connects' | undefined> {
  const answer = await judgeChain(client, await questionFor(patch), {
    verify: async (algorithm, key, data, signature) =>
      (await provider.verify(algorithm, key, data, signature)).value,
    digest: async (hash, data) => (await provider.digest(hash, data)).value,
  });
  return answer.verdict === 'connects' ? 'connects' : answer.report;
}

const questions = new Map<string, Promise<ChainQuestion>>();

function questionFor(patch: ScenarioPatch): Promise<ChainQuestion> {
  const key = JSON.stringify(patch);
  const known = questions.get(key) ?? ask(applyPatch(applyPatch(presets.tls13, usual), patch));
  questions.set(key, known);
  return known;
}

async function ask(scenario: Scenario): Promise<ChainQuestion> {
  const { browser, server: config } = scenario;
  const pki = await issueDemoPki(ring, { browser, server: config, clock });
  const store = await Promise.all(browser.roots.map((id) => rootFor(id, pki)));
  const stapled = config.faults.includes('revoked') ? [await revokedReply(pki)] : undefined;
  return {
    sent: chainOf(config.sends, pki).map(certificate),
    store,
    cached: [],
    distrusted: [],
    fetch: (url) => {
      const found = config.repository ? pki.repository.find((one) => one.url === url) : undefined;
      return found && certificate(found.der);
    },
    ...(stapled && { stapled }),
    at: clock,
    host: browser.serverName,
  };
}

async function rootFor(id: AnchorId, pki: DemoPki): Promise<Certificate> {
  const known = pki.store.find((root) => root.id === id)?.der;
  return certificate(known ?? (await issueRoot(ring, id, clock)).der);
}

async function revokedReply({ leaf, intermediate }: DemoPki): Promise<Bytes> {
  const day = 86_400_000;
  return makeStatusReply(
    {
      serial: certificate(leaf.der).serialNumber,
      issuer: certificate(intermediate.der),
      key: await ring.key('intermediate harbour', 'RSA 2048'),
      answer: { status: 'revoked', at: clock - 2 * day, reason: 'keyCompromise' },
      producedAt: clock - day,
      nextUpdate: clock + day,
      nonce: provider.random(16),
    },
    provider,
  );
}

function chainOf(items: readonly ChainItem[], pki: DemoPki): readonly Bytes[] {
  const all: Partial<Record<ChainItem, Bytes>> = {
    leaf: pki.leaf.der,
    intermediate: pki.intermediate.der,
    root: pki.root.der,
    ...pki.more,
  };
  return items.flatMap((item) => all[item] ?? []);
}

/** What differs between a measured cell and a profile's report; undefined where they agree. */
function difference(
  client: ClientId,
  cell: Cell,
  report: Report | 'connects' | undefined,
): string | undefined {
  const wanted = textOf(cell);
  const got = report === undefined ? 'unknown' : report === 'connects' ? 'OK' : plain(report.text);
  if (wanted !== got) return `measured ${wanted}, profile ${got}`;
  if (typeof cell === 'string' || report === 'connects' || report === undefined) return undefined;
  const code = cell['exit'] ?? cell['code'];
  if (client !== 'python' && code !== undefined && code !== report.code)
    return `measured code ${String(code)}, profile ${String(report.code)}`;
  if (
    typeof cell['bypass'] === 'boolean' &&
    typeof report.proceed === 'boolean' &&
    cell['bypass'] !== report.proceed
  )
    return `measured bypass ${String(cell['bypass'])}, profile ${String(report.proceed)}`;
  const alert = alerts[String(cell['alert'] ?? '')];
  if (alert !== undefined && alert !== report.alert)
    return `measured alert ${String(cell['alert'])}, profile ${String(report.alert)}`;
  return undefined;
}

/** The alert's name as the measuring server's OpenSSL printed it. */
const alerts: Readonly<Record<string, number | null>> = {
  'unknown certificate': 46,
  'unknown certificate authority': 48,
  'bad certificate': 42,
  'expired certificate': 45,
  'revoked certificate': 44,
  'illegal parameter': 47,
  'error decrypting message': 51,
  'bad record MAC': 20,
  'none (TCP close)': null,
};

/** One measured cell as the profiles write it: connections are OK, times and names of authorities are left open. */
function textOf(cell: Cell): string {
  if (typeof cell !== 'string') {
    if (cell['error'] !== undefined) return String(cell['error']);
    if (cell['err'] !== undefined) return `${String(cell['err'])} ${String(cell['text'])}`;
    if (cell['code'] === 0 || cell['exit'] === 0) return 'OK';
    return plain(String(cell['text']));
  }
  if (/^OK |LABOK$/.test(cell)) return 'OK';
  const node = /^code=(\S+) msg=(.*?)(?: reason=(.*))?$/.exec(cell);
  if (node) {
    const [, code, message = '', reason] = node;
    // The message of OpenSSL's own errors is a line with addresses; its reason is what is printed.
    return plain(`${code}: ${message.includes(':error:') ? (reason ?? '') : message}`);
  }
  return plain(cell);
}

function plain(text: string): string {
  return text
    .replace(/^NET::/, '')
    .replace(/ verify_code=\d+$/, '')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, '<time>')
    .replace(/authority certificate "[^"]*"/, 'authority certificate <name>')
    .trim();
}
