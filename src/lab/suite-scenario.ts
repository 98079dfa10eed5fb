/** The scenario in which one suite runs: both sides offer nothing else, and the certificate or the key fits. */
import { tls12SuiteByCode, type Tls12Suite } from '../tls/registry/suite-parts.ts';
import { suiteByCode } from '../tls/registry/suites.ts';
import { presets } from './presets.ts';
import type { Scenario, ServerConfig, SharedKey } from './scenario.ts';

/** Undefined for suites that do not run here. */
export function suiteScenario(code: number): Scenario | undefined {
  if (suiteByCode(code) !== undefined) {
    const { tls13 } = presets;
    return {
      ...tls13,
      browser: { ...tls13.browser, suites: [code] },
      server: { ...tls13.server, suites: [code] },
    };
  }
  const suite = tls12SuiteByCode(code);
  return suite && tls12Scenario(suite);
}

const tls12 = 0x0303;
/** x25519, secp256r1, secp384r1, secp521r1: what TLS 1.2 can use of the usual groups. */
const curves = [0x001d, 0x0017, 0x0018, 0x0019];
/** dsa_sha256. */
const dsaSha256 = 0x0402;

function tls12Scenario(suite: Tls12Suite): Scenario {
  const base = presets.tls12;
  const shared = {
    versions: [tls12],
    suites: [suite.code],
    groups: curves,
    psk: suite.keyExchange.includes('PSK') ? preShared : null,
  };
  const schemes = suite.authentication === 'DSS' ? [dsaSha256] : [];
  return {
    ...base,
    browser: {
      ...base.browser,
      ...shared,
      keyShares: [],
      signatureSchemes: [...base.browser.signatureSchemes, ...schemes],
    },
    server: {
      ...base.server,
      ...shared,
      ...certificateFor(suite),
      signatureSchemes: [...base.server.signatureSchemes, ...schemes],
    },
  };
}

/** Invented, and in every copy of this page. */
const preShared: SharedKey = {
  identity: 'till-07',
  key: '5c0d3ae1b84f9276d3e05a17c9b2486f',
};

/** What the server shows; suites without certificates leave it in the drawer. */
function certificateFor({
  keyExchange,
  authentication,
}: Tls12Suite): Pick<ServerConfig, 'keyType' | 'issuer'> {
  // In a static exchange the name says what the certificate is signed with.
  if (keyExchange === 'DH')
    return authentication === 'DSS'
      ? { keyType: 'dh-dsa', issuer: 'lakeside' }
      : { keyType: 'dh', issuer: 'harbour' };
  if (keyExchange === 'ECDH')
    return { keyType: 'ecdh', issuer: authentication === 'RSA' ? 'harbour' : 'lakeside' };
  if (authentication === 'RSA') return { keyType: 'rsa', issuer: 'harbour' };
  return { keyType: authentication === 'DSS' ? 'dsa' : 'ecdsa', issuer: 'lakeside' };
}
