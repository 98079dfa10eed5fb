import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProvider } from '../../crypto/provider/web.ts';
import { issueDemoPki } from '../../authority/issue.ts';
import { KeyRing } from '../../authority/key-ring.ts';
import { presets } from '../../lab/presets.ts';
import { conformanceFile } from '../../tls/testing/conformance.ts';
import { decodeCertificate } from '../../x509/certificate.ts';
import { hasOpenssl, inDirectory, openssl, opensslVersion, writePem } from '../../x509/testing/openssl.ts';
import { parsePem } from '../pem.ts';
import { opensslText } from './certificate-text.ts';
import { nameLine } from './names.ts';

/**
 * What differs between releases of the command and says nothing about the certificate: blanks around '=',
 * blank lines, and the line end that 3.0 forgets in front of 'CRL Issuer:'.
 */
function settled(text: string): readonly string[] {
  return text
    .replace(/ {4,}(?=CRL Issuer:)/g, '\n$&')
    .split('\n')
    .map((line) => line.replace(/ = /g, '=').trimEnd())
    .filter((line) => line !== '');
}

function ours(der: Uint8Array): readonly string[] {
  const decoded = decodeCertificate(Uint8Array.from(der));
  if (!decoded.ok) throw new Error(decoded.error.detail);
  return settled(opensslText(decoded.value));
}

function theirs(der: Uint8Array): readonly string[] {
  return settled(openssl(['x509', '-inform', 'DER', '-noout', '-text'], der).toString('latin1'));
}

describe.runIf(hasOpenssl)(`the same lines as ${opensslVersion}`, () => {
  test('the demo PKI with every kind of key', async () => {
    const ring = new KeyRing({ provider: await createProvider(), subtle: crypto.subtle });
    const preset = presets['client-certificate'];
    for (const keyType of ['ecdsa', 'rsa', 'ed25519'] as const) {
      const pki = await issueDemoPki(ring, {
        browser: preset.browser,
        server: { ...preset.server, keyType, names: ['shop.example', '192.0.2.7', '2001:db8::7'] },
        clock: Date.UTC(2026, 10, 3),
      });
      for (const certificate of [pki.leaf, pki.intermediate, pki.root, pki.client, pki.clientRoot])
        if (certificate) expect(ours(certificate.der)).toEqual(theirs(certificate.der));
    }
  });

  test.each([
    ['rsa:1024', ['-sha512', '-set_serial', '0x7fffffffffffffff']],
    ['rsa:2048', ['-sha1', '-set_serial', '0x8000000000000000']],
    ['ec -pkeyopt ec_paramgen_curve:secp384r1', ['-sha384', '-set_serial', '-129']],
    ['ec -pkeyopt ec_paramgen_curve:secp521r1', ['-sha512', '-set_serial', '0']],
    ['ec -pkeyopt ec_paramgen_curve:secp256k1', ['-set_serial', '-0x123456789abcdef0123456']],
    ['ed25519', []],
    ['ed448', []],
    ['rsa-pss', ['-sha384', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:48']],
    ['rsa:2048', ['-sha1', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:20']],
  ])('%s %j, every extension', (key, options) => {
    const der = inDirectory((path) => {
      writeFileSync(path('c'), kitchenSink);
      return openssl(
        [
          'req -x509 -nodes -config'.split(' '),
          path('c'),
          ['-keyout', path('k'), '-newkey', ...key.split(' '), '-days', '300', '-outform', 'DER', ...options],
        ].flat(),
      );
    });
    expect(ours(der)).toEqual(theirs(der));
  });

  test('a DSA key', () => {
    const der = inDirectory((path) => {
      openssl(['dsaparam', '-out', path('p'), '-genkey', '1024']);
      return openssl(['req', '-x509', '-key', path('p'), '-subj', '/CN=dsa', '-outform', 'DER']);
    });
    expect(ours(der)).toEqual(theirs(der));
  });

  test('certificates of the path validation suite', { timeout: 60_000 }, () => {
    const file = conformanceFile('limbo-dev.json');
    if (file === undefined) return;
    const pems = new Set<string>();
    for (const one of (JSON.parse(file.toString()) as { testcases: readonly Chain[] }).testcases)
      [one.peer_certificate, ...one.untrusted_intermediates, ...one.trusted_certs].forEach((pem) =>
        pems.add(pem),
      );
    // The file's first thousand are mostly alike; every third of them, and all behind them.
    const sample = Array.from(pems).filter((_, i) => i % 3 === 0 || i > 1_200);
    const ders = sample.flatMap((pem) => {
      const parsed = parsePem(pem);
      const der = parsed.ok ? parsed.blocks[0]?.bytes : undefined;
      return der && decodeCertificate(der).ok ? [der] : [];
    });
    // One process prints them all, but writes names in its older form.
    const unnamed = (lines: readonly string[]): readonly string[] =>
      lines.filter((line) => !/^ {8}(Issuer|Subject):/.test(line));
    const printed = inDirectory((path) =>
      openssl(['storeutl', '-noout', '-text', '-certs', writePem(path('all'), ders)]).toString('latin1'),
    );
    const blocks = printed.split(/^\d+: Certificate\n/m).slice(1);
    const differences = ders.flatMap((der, i) => {
      const mine = unnamed(ours(der));
      const wanted = unnamed(settled(blocks[i]?.replace(/^Total found:.*/m, '') ?? ''));
      const at = wanted.findIndex((line, n) => line !== mine[n]);
      return at >= 0 || wanted.length !== mine.length ? [`${i}: ${wanted[at]} | ${mine[at]}`] : [];
    });
    expect(ders.length).toBeGreaterThan(300);
    expect(differences).toEqual([]);
  });
});

interface Chain {
  readonly peer_certificate: string;
  readonly untrusted_intermediates: readonly string[];
  readonly trusted_certs: readonly string[];
}

test('names are quoted and escaped as the command does it', () => {
  const attribute = (type: string, value: string) => [{ oid: '', type, value }];
  const rdns = [attribute('C', 'CH'), attribute('O', 'Acme, Inc'), attribute('CN', 'Zürich "x"')];
  expect(nameLine({ rdns, der: new Uint8Array(), text: '', canonical: '', canonicalRdns: [] })).toBe(
    'C = CH, O = "Acme, Inc", CN = Z\\C3\\BCrich \\"x\\"',
  );
});

const kitchenSink = `
[req]
distinguished_name=dn
x509_extensions=v
prompt=no
utf8=yes
string_mask=utf8only
[dn]
C=CH
ST=Zürich
0.O=Ex \\"quoted\\", Inc
OU=a+b
CN=Test #É
emailAddress=a@b.example
[v]
basicConstraints=critical,CA:TRUE,pathlen:3
keyUsage=critical,keyCertSign,cRLSign,digitalSignature,nonRepudiation,keyEncipherment,dataEncipherment,keyAgreement,encipherOnly,decipherOnly
extendedKeyUsage=serverAuth,clientAuth,codeSigning,emailProtection,timeStamping,OCSPSigning,anyExtendedKeyUsage,1.2.3.4,msSGC,ipsecUser
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid:always,issuer:always
subjectAltName=DNS:a.example,DNS:*.b.example,IP:10.0.0.1,IP:2001:db8::1,email:x@y.example,URI:http://u.example/,RID:1.2.3,dirName:d,otherName:1.2.3.4;UTF8:hi,otherName:1.2.3.4;INTEGER:5
issuerAltName=DNS:i.example
authorityInfoAccess=OCSP;URI:http://o.example,caIssuers;URI:http://c.example/c.der
subjectInfoAccess=caRepository;URI:http://r.example
crlDistributionPoints=URI:http://crl.example/1.crl,cd
freshestCRL=URI:http://crl.example/d.crl
certificatePolicies=2.23.140.1.2.1,1.2.3.4,@pol,2.5.29.32.0
nameConstraints=critical,permitted;DNS:.example,permitted;IP:10.0.0.0/255.0.0.0,permitted;IP:2001:db8::/ffff:ffff::,excluded;email:bad.example,excluded;dirName:d
policyConstraints=requireExplicitPolicy:3,inhibitPolicyMapping:0
policyMappings=1.2.3:1.2.4
inhibitAnyPolicy=2
tlsfeature=status_request,status_request_v2
1.2.3.4.5=ASN1:UTF8String:unknown thing
1.2.3.4.6=critical,DER:0102030405060708090a0b0c0d0e0f1011121314
nsComment=hello
nsCertType=client,server
noCheck=ignored
1.3.6.1.4.1.11129.2.4.2=DER:047a0078007600${'ab'.repeat(32)}0000018f9e2f3a5b000004030047${'cd'.repeat(0x47)}
[d]
C=CH
CN=dir/x
[cd]
fullname=URI:http://crl.example/2.crl,URI:ldap://x
CRLissuer=dirName:d
[pol]
policyIdentifier=1.3.5.8
CPS.1=http://cps.example/
userNotice.1=@un
[un]
explicitText=Hello notice
organization=Org
noticeNumbers=1,2
`;
