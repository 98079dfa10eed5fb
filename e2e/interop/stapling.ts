/** Stapled OCSP answers in both versions and both roles; what OpenSSL hands over or prints is the answer itself. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyRing } from '../../scripts/bridge/material.ts';
import { issueDemoPki } from '../../src/authority/issue.ts';
import type { DemoPki, PkiRequest } from '../../src/authority/pki.ts';
import { encodePem } from '../../src/interchange/pem.ts';
import { staplesIn } from '../../src/lab/certificates.ts';
import { expect, expectEqual, type Case, type Context } from './cases.ts';
import { expectTrace } from './check.ts';
import { hostName } from './material.ts';
import { certificate, faultOf, ourClient, ourServer } from './ours.ts';

const versions = [
  { name: 'TLS 1.3', code: 0x0304, flag: '-tls1_3', suites: [0x1301], message: 'Certificate' },
  { name: 'TLS 1.2', code: 0x0303, flag: '-tls1_2', suites: [0xc02b], message: 'CertificateStatus' },
] as const;
type Version = (typeof versions)[number];
type Staple = Pick<PkiRequest['server'], 'staple' | 'responder'>;

export function staplingCases(): Case[] {
  return versions.flatMap((version): Case[] => [
    theirs(version, { staple: 'good', responder: 'delegated' }),
    theirs(version, { staple: 'revoked', responder: 'issuer' }),
    ours(version),
  ]);
}

function issue({ provider, clock }: Context, staple: Staple): Promise<DemoPki> {
  return issueDemoPki(keyRing(provider), {
    clock,
    server: {
      keyType: 'ecdsa',
      names: [hostName],
      validity: [-1, 30],
      issuer: 'lakeside',
      clientAuth: 'none',
      ...staple,
    },
    browser: { roots: ['lakeside'], clientCertificate: 'none' },
  });
}

/** Their server staples what our authority answered; our client insists on a good answer. */
function theirs(version: Version, staple: Staple): Case {
  return {
    peer: 'openssl s_server',
    name: `${version.name}, a stapled answer: ${staple.staple}, by ${staple.responder}`,
    run: async (context) => {
      const pki = await issue(context, staple);
      const file = (name: string, content: string | Uint8Array): string => {
        const path = join(context.material.folder, `staple-${version.code}-${staple.staple}-${name}`);
        writeFileSync(path, content);
        return path;
      };
      const { leaf, intermediate, root } = pki;
      const chain = [leaf, intermediate].map(({ der }) => encodePem('CERTIFICATE', der)).join('');
      const server = context.start('openssl', [
        ['s_server', '-accept', '127.0.0.1:0', '-naccept', '1', version.flag, '-rev'],
        ['-cert', file('chain', chain), '-cert_chain', file('chain', chain)],
        ['-key', file('key', encodePem('PRIVATE KEY', leaf.privateKey))],
        ['-status_file', file('answer', pki.staple ?? new Uint8Array())],
      ]);
      const [, port] = await server.says(/ACCEPT \S*:(\d+)/);
      const result = await ourClient(context, {
        port: Number(port),
        versions: [version.code],
        suites: version.suites,
        hooks: {
          config: {
            statusRequest: true,
            trust: {
              store: [certificate(root.der)],
              cached: [],
              at: context.clock,
              purpose: 'serverAuth',
              name: { type: 'dns', value: hostName },
              revocation: { mode: 'hard-fail' },
            },
          },
        },
      });
      expectTrace(result);
      expectEqual([...(staplesIn(result.trace)[0] ?? [])], [...(pki.staple ?? [])], 'the stapled answer');
      if (staple.staple === 'good') expectEqual(result.end.kind, 'closed', 'end');
      else expectEqual(faultOf(result).alert, 'certificate_revoked', 'our alert');
    },
  };
}

function ours(version: Version): Case {
  return {
    peer: 'openssl s_client',
    name: `${version.name}, a stapled answer from our server`,
    run: async (context) => {
      const { staple, ...pki } = await issue(context, { staple: 'good', responder: 'delegated' });
      if (staple === undefined) throw new Error('unreachable: one was asked for');
      const root = join(context.material.folder, `staple-${version.code}-root`);
      writeFileSync(root, encodePem('CERTIFICATE', pki.root.der));
      const { clientRoot, client } = context.material.server.ecdsa;
      const server = await ourServer(context, {
        own: { ...pki, staple, clientRoot, client },
        versions: [version.code],
        suites: version.suites,
        config: { staple },
      });
      context.finally(() => server.stop());
      const peer = context.start('openssl', [
        ['s_client', '-connect', `127.0.0.1:${server.port}`, '-servername', hostName, version.flag],
        ['-status', '-CAfile', root, '-verify_return_error', '-verify_hostname', hostName],
      ]);
      await peer.says(/Cert Status: good/);
      peer.write('ping 1\n');
      await peer.says(/^pong 1$/m);
      peer.write('bye\n');
      const ended = await server.ended;
      expectTrace(ended);
      expect(
        ended.trace.steps.some((step) => step.kind === 'message' && step.message === version.message),
        `no ${version.message} was sent`,
      );
      expectEqual([...(staplesIn(ended.trace)[0] ?? [])], [...staple], 'the stapled answer');
    },
  };
}
