/** Certificates of a run, and the PEM files that peers read. Everything is issued by the project's own authority. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueMaterial, keyRing, type DemoMaterial } from '../../scripts/bridge/material.ts';
import type { KeyRing } from '../../src/authority/key-ring.ts';
import type { KeyKind } from '../../src/authority/pki.ts';
import { signCertificate, type SubjectName } from '../../src/authority/sign.ts';
import type { Bytes, Provider } from '../../src/crypto/port.ts';
import { encodePem } from '../../src/interchange/pem.ts';

export type KeyType = 'ecdsa' | 'rsa' | 'ed25519';
export const keyTypes: readonly KeyType[] = ['ecdsa', 'rsa', 'ed25519'];
export const hostName = 'shop.example';

/** A chain and its key, as bytes and as files. */
export interface Identity {
  readonly certificates: readonly Bytes[];
  readonly privateKey: Bytes;
  readonly chainFile: string;
  readonly keyFile: string;
}

export interface Material {
  readonly folder: string;
  readonly server: Readonly<Record<KeyType, DemoMaterial>>;
  readonly serverIdentity: Readonly<Record<KeyType | 'expired', Identity>>;
  /** The server's certificates as our own side takes them. */
  readonly expired: DemoMaterial;
  readonly rootFile: Readonly<Record<KeyType, string>>;
  readonly clientRoot: Bytes;
  readonly clientRootFile: string;
  readonly client: Readonly<Record<KeyType, Identity>>;
  /** Issued by a root that nobody trusts. */
  readonly strangerClient: Identity;
  readonly strangerRootFile: string;
  /** For DHE_DSS: a chain of DSA keys below an ECDSA root. */
  readonly dss: { readonly demo: DemoMaterial; readonly identity: Identity; readonly rootFile: string };
  remove(): void;
}

export async function makeMaterial(provider: Provider, clock: number): Promise<Material> {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-interop-'));
  const ring = keyRing(provider);
  const names = [hostName, 'localhost', '127.0.0.1'];
  const [ecdsa, rsa, ed25519, expired, dsa] = await Promise.all([
    ...keyTypes.map((keyType) => issueMaterial(ring, { keyType, names, clock })),
    issueMaterial(ring, { keyType: 'ecdsa', names, clock, validity: [-97, -7] }),
    issueMaterial(ring, { keyType: 'dsa', names, clock }),
  ]);
  if (!ecdsa || !rsa || !ed25519 || !expired || !dsa) throw new Error('unreachable: one for each');
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const identity = (name: string, certificates: readonly Bytes[], privateKey: Bytes): Identity => ({
    certificates,
    privateKey,
    chainFile: file(`${name}.pem`, certificates.map((der) => encodePem('CERTIFICATE', der)).join('')),
    keyFile: file(`${name}.key`, encodePem('PRIVATE KEY', privateKey)),
  });
  const ofServer = (name: string, { leaf, intermediate }: DemoMaterial): Identity =>
    identity(name, [leaf.der, intermediate.der], leaf.privateKey);
  const root = (name: string, der: Bytes): string => file(`${name}-root.pem`, encodePem('CERTIFICATE', der));

  const clients = await Promise.all(keyTypes.map((type) => clientCertificate(ring, 'client', type, clock)));
  const [ecdsaClient, rsaClient, ed25519Client] = clients;
  const stranger = await clientCertificate(ring, 'stranger', 'ecdsa', clock);
  if (!ecdsaClient || !rsaClient || !ed25519Client) throw new Error('unreachable: one for each');
  return {
    folder,
    server: { ecdsa, rsa, ed25519 },
    expired,
    serverIdentity: {
      ecdsa: ofServer('ecdsa', ecdsa),
      rsa: ofServer('rsa', rsa),
      ed25519: ofServer('ed25519', ed25519),
      expired: ofServer('expired', expired),
    },
    rootFile: {
      ecdsa: root('ecdsa', ecdsa.root.der),
      rsa: root('rsa', rsa.root.der),
      ed25519: root('ed25519', ed25519.root.der),
    },
    dss: { demo: dsa, identity: ofServer('dsa', dsa), rootFile: root('dsa', dsa.root.der) },
    clientRoot: ecdsaClient.root,
    clientRootFile: root('client', ecdsaClient.root),
    client: {
      ecdsa: identity('client-ecdsa', [ecdsaClient.der], ecdsaClient.privateKey),
      rsa: identity('client-rsa', [rsaClient.der], rsaClient.privateKey),
      ed25519: identity('client-ed25519', [ed25519Client.der], ed25519Client.privateKey),
    },
    strangerClient: identity('stranger', [stranger.der], stranger.privateKey),
    strangerRootFile: root('stranger', stranger.root),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

const kinds: Readonly<Record<KeyType, KeyKind>> = { ecdsa: 'EC P-256', rsa: 'RSA 2048', ed25519: 'Ed25519' };
const day = 86_400_000;

async function clientCertificate(ring: KeyRing, authority: string, type: KeyType, clock: number) {
  const { provider } = ring.maker;
  const issuerKey = await ring.key(`${authority} root`, 'EC P-256');
  const key = await ring.key(`${authority} ${type}`, kinds[type]);
  const issuer: SubjectName = { organization: 'Interop', commonName: `Interop ${authority} root` };
  const valid = { notBefore: clock - day, notAfter: clock + 7 * day };
  const root = await ring.certificate(`${authority} root`, () =>
    signCertificate(
      {
        ...valid,
        subject: issuer,
        publicKey: issuerKey.publicKey,
        issuerKey,
        authority: {},
        keyUsage: ['keyCertSign'],
      },
      provider,
    ),
  );
  const der = await signCertificate(
    {
      ...valid,
      subject: { commonName: `Interop ${authority} ${type}` },
      publicKey: key.publicKey,
      issuer,
      issuerKey,
      keyUsage: ['digitalSignature'],
      purposes: ['clientAuth'],
    },
    provider,
  );
  return { root, der, privateKey: key.privateKey };
}
