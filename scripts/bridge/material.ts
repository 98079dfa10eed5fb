/** Certificates and keys of the bridge: made for the run, or read from PEM files. */
import { createPrivateKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rootCertificates } from 'node:tls';
import { issueDemoPki } from '../../src/authority/issue.ts';
import { KeyRing } from '../../src/authority/key-ring.ts';
import type { CertificateKeyType, DemoPki, IssuedCertificate } from '../../src/authority/pki.ts';
import { fromHex, utf8 } from '../../src/bytes/hex.ts';
import type { Bytes, Provider } from '../../src/crypto/port.ts';
import { encodePem, parsePem } from '../../src/interchange/pem.ts';
import type { SharedKey } from '../../src/lab/scenario.ts';
import type { Credential } from '../../src/tls/client/config.ts';
import type { ExternalPsk } from '../../src/tls/psk.ts';
import { decodeCertificate, type Certificate } from '../../src/x509/certificate.ts';
import { UsageError } from './names.ts';

export interface DemoMaterial extends DemoPki {
  /** Always there: a peer may be asked for it. */
  readonly clientRoot: IssuedCertificate;
  readonly client: IssuedCertificate;
}

export interface MaterialRequest {
  readonly keyType: CertificateKeyType;
  readonly names: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly clock: number;
  /** Days from today; default: valid now. */
  readonly validity?: readonly [number, number];
}

/** A chain for a server and one certificate for a client. RSA chains are RSA up to the root. */
export async function issueMaterial(
  ring: KeyRing,
  { keyType, names, clock, validity = [-1, 30] }: MaterialRequest,
): Promise<DemoMaterial> {
  const issuer = keyType === 'rsa' ? 'harbour' : 'lakeside';
  const pki = await issueDemoPki(ring, {
    clock,
    server: { keyType, names, validity, issuer, clientAuth: 'request' },
    browser: { roots: [issuer], clientCertificate: 'valid' },
  });
  const { clientRoot, client } = pki;
  if (clientRoot === undefined || client === undefined)
    throw new Error('unreachable: a client certificate was asked for');
  return { ...pki, clientRoot, client };
}

export function keyRing(provider: Provider): KeyRing {
  return new KeyRing({ provider, subtle: crypto.subtle });
}

/** An external PSK of the command line. */
export function externalPsk({ identity, key }: SharedKey): ExternalPsk {
  return { kind: 'external', identity: utf8(identity), key: fromHex(key) as Bytes, hash: 'SHA-256' };
}

/** Writes what peers need into `folder` (a new temporary one by default) and says where. */
export function writeMaterial(
  material: DemoMaterial,
  folder?: string,
): { folder: string; root: string; client: string; clientKey: string } {
  const into = folder === undefined ? mkdtempSync(join(tmpdir(), 'handshake-lab-bridge-')) : resolve(folder);
  mkdirSync(into, { recursive: true });
  const write = (name: string, text: string, mode = 0o644): string => {
    const path = join(into, name);
    writeFileSync(path, text, { mode });
    return path;
  };
  return {
    folder: into,
    root: write('root.pem', encodePem('CERTIFICATE', material.root.der)),
    client: write('client.pem', encodePem('CERTIFICATE', material.client.der)),
    clientKey: write('client.key', encodePem('PRIVATE KEY', material.client.privateKey), 0o600),
  };
}

export function credential(certificates: readonly Bytes[], privateKey: Bytes): Credential {
  const [leaf] = certificates;
  if (leaf === undefined) throw new Error('a credential needs a certificate');
  return { certificates, leaf: certificateOf(leaf, 'certificate'), privateKey };
}

/** Trusted roots out of a file; without one, those that come with Node. What this engine cannot read is left out. */
export function readRoots(file: string | undefined): Certificate[] {
  if (file !== undefined) return certificatesIn(file).map((der) => certificateOf(der, file));
  return rootCertificates.flatMap((pem) => {
    const [der] = blocksOf(pem, 'the roots of Node').map((block) => block.bytes);
    const decoded = der && decodeCertificate(der);
    return decoded?.ok === true ? [decoded.value] : [];
  });
}

/** A client's own certificate, leaf first, and its key in any of the usual forms (PKCS#8, SEC 1, PKCS#1). */
export function readCredential(certFile: string, keyFile: string): Credential {
  const certificates = certificatesIn(certFile);
  let key: Buffer;
  try {
    key = createPrivateKey(read(keyFile)).export({ type: 'pkcs8', format: 'der' });
  } catch (error) {
    throw new UsageError(`${keyFile}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return credential(certificates, new Uint8Array(key));
}

function certificatesIn(file: string): Bytes[] {
  const found = blocksOf(read(file), file).filter((block) => block.label === 'CERTIFICATE');
  if (found.length === 0) throw new UsageError(`${file} has no certificate in it.`);
  return found.map((block) => block.bytes);
}

function blocksOf(text: string, where: string): readonly { readonly label: string; readonly bytes: Bytes }[] {
  const parsed = parsePem(text);
  if (!parsed.ok) throw new UsageError(`${where}, line ${parsed.error.line}: ${parsed.error.detail}`);
  return parsed.blocks;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function certificateOf(der: Bytes, where: string): Certificate {
  const decoded = decodeCertificate(der);
  if (decoded.ok) return decoded.value;
  throw new UsageError(`${where}: a certificate in it is not valid DER: ${decoded.error.detail}`);
}
