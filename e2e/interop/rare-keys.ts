/** Certificates with keys that few have: Ed448, in both roles. The installed peers know no ML-DSA. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueMaterial, keyRing, type DemoMaterial } from '../../scripts/bridge/material.ts';
import { encodePem } from '../../src/interchange/pem.ts';
import { expectEqual, type Case, type Context } from './cases.ts';
import { expectTrace } from './check.ts';
import { hostName } from './material.ts';
import { ourClient, ourServer } from './ours.ts';

const ed448 = 0x0808;

interface Issued {
  readonly material: DemoMaterial;
  readonly root: string;
  readonly chain: string;
  readonly key: string;
}

async function issue({ provider, clock, material }: Context, of: string): Promise<Issued> {
  const made = await issueMaterial(keyRing(provider), { keyType: 'ed448', names: [hostName], clock });
  const file = (name: string, text: string): string => {
    const path = join(material.folder, `ed448-${of}-${name}.pem`);
    writeFileSync(path, text);
    return path;
  };
  const { leaf, intermediate, root } = made;
  return {
    material: made,
    root: file('root', encodePem('CERTIFICATE', root.der)),
    chain: file('chain', [leaf, intermediate].map(({ der }) => encodePem('CERTIFICATE', der)).join('')),
    key: file('key', encodePem('PRIVATE KEY', leaf.privateKey)),
  };
}

export function rareKeyCases(): Case[] {
  return [
    {
      peer: 'openssl s_server',
      name: 'an Ed448 certificate',
      run: async (context) => {
        const { root, chain, key } = await issue(context, 'theirs');
        const server = context.start('openssl', [
          ['s_server', '-accept', '127.0.0.1:0', '-naccept', '1', '-tls1_3', '-rev'],
          ['-cert', chain, '-cert_chain', chain, '-key', key],
        ]);
        const [, port] = await server.says(/ACCEPT \S*:(\d+)/);
        const result = await ourClient(context, { port: Number(port), roots: root });
        expectEqual(result.end.kind, 'closed', 'end');
        expectEqual(result.trace.negotiated.signatureScheme, ed448, 'scheme');
        expectTrace(result);
      },
    },
    {
      peer: 'openssl s_client',
      name: 'an Ed448 certificate',
      run: async (context) => {
        const { material, root } = await issue(context, 'ours');
        const server = await ourServer(context, { own: material });
        context.finally(() => server.stop());
        const client = context.start('openssl', [
          ['s_client', '-connect', `127.0.0.1:${server.port}`, '-servername', hostName, '-brief'],
          ['-tls1_3', '-CAfile', root, '-verify_return_error', '-verify_hostname', hostName],
        ]);
        client.write('ping 1\n');
        await client.says(/^pong 1$/m);
        client.write('bye\n');
        const ended = await server.ended;
        await client.says(/Verification: OK/);
        expectEqual(ended.trace.negotiated.signatureScheme, ed448, 'scheme');
        expectTrace(ended);
      },
    },
  ];
}
