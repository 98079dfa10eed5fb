import { describe, expect, test } from 'vitest';
import { complaint, isEngine } from './layers.js';

const allowed: [file: string, specifier: string][] = [
  ['src/bytes/reader.ts', './hex.ts'],
  ['src/crypto/port.ts', '../bytes/hex.ts'],
  ['src/tls/messages/hello.ts', '../../crypto/port.ts'],
  ['src/tls/client/tls13.ts', '../messages/hello.ts'],
  ['src/crypto/provider/web.ts', '../port.ts'],
  ['src/crypto/provider/web.ts', '@noble/ciphers/chacha.js'],
  ['src/authority/issue.ts', '@peculiar/x509'],
  ['src/authority/issue.ts', '../crypto/provider/web.ts'],
  ['src/lab/run.ts', '../authority/index.ts'],
  ['src/state/store.ts', 'zustand/vanilla'],
  ['src/state/store.ts', '../crypto/provider/web.ts'],
  ['src/ui/bytes/HexView.tsx', '../../bytes/hex.ts'],
  ['src/ui/bytes/HexView.tsx', '../crypto/Panel.tsx'],
  ['src/ui/bytes/HexView.tsx', 'react'],
  ['src/ui/bytes/HexView.tsx', './HexView.module.css'],
  ['src/app/main.tsx', 'react-dom/client'],
  ['src/app/main.tsx', '../styles/index.css'],
  ['src/app/main.tsx', '../state/worker.ts?worker'],
  ['src/tls/handshake.test.ts', '../lab/run.ts'],
  ['src/tls/handshake.test.ts', 'node:fs'],
  ['src/tls/testing/pair.ts', '../../crypto/provider/web.ts'],
  ['scripts/shots.ts', 'node:fs'],
  ['e2e/interop/run.ts', '../../src/tls/index.ts'],
];

const refused: [file: string, specifier: string, says: RegExp][] = [
  ['src/bytes/reader.ts', '../crypto/port.ts', /bytes\/ may not import crypto\/.*sees nothing else/],
  ['src/crypto/port.ts', './provider/web.ts', /Use the port in src\/crypto/],
  ['src/crypto/provider/web.ts', '../../tls/index.ts', /crypto\/provider\/ may not import tls\//],
  ['src/tls/client/hello.ts', '../../lab/run.ts', /tls\/ sees bytes, crypto, x509\. Take what it needs/],
  ['src/tls/client/hello.ts', '../../crypto/provider/web.ts', /take the provider as an argument/],
  ['src/x509/name.ts', '@peculiar/x509', /issued in authority\/ and read with src\/x509/],
  ['src/view/ladder.ts', 'react', /React and motion live in ui\/ and app\//],
  ['src/state/store.ts', 'react', /React and motion live in ui\/ and app\//],
  ['src/view/ladder.ts', 'zustand', /store lives in state\//],
  ['src/tls/aead.ts', '@noble/ciphers/aes.js', /port in src\/crypto/],
  ['src/lab/run.ts', 'node:crypto', /Node belongs to scripts\//],
  ['src/ui/Player.tsx', '../app/main.tsx', /ui\/ may not import app\//],
  ['src/view/ladder.ts', '../styles/index.css', /Styles are imported by ui/],
  ['src/lab/run.ts', '../tls/handshake.test.ts', /for tests/],
  ['src/lab/run.ts', '../tls/testing/pair.ts', /for tests/],
  ['src/lab/run.ts', '../../scripts/serve.mjs', /built from src\/ alone/],
  ['src/helpers/x.ts', '../bytes/hex.ts', /is in no layer/],
  ['src/bytes/reader.ts', '../helpers/x.ts', /is in no layer/],
];

describe('layers', () => {
  test.each(allowed)('%s may import %s', (file, specifier) => {
    expect(complaint(file, specifier)).toBeUndefined();
  });

  test.each(refused)('%s may not import %s', (file, specifier, says) => {
    expect(complaint(file, specifier)).toMatch(says);
  });

  test('the engine ends where the platform begins', () => {
    expect(isEngine('src/tls/client/hello.ts')).toBe(true);
    expect(isEngine('src/crypto/port.ts')).toBe(true);
    expect(isEngine('src/crypto/provider/web.ts')).toBe(false);
    expect(isEngine('src/authority/issue.ts')).toBe(false);
    expect(isEngine('src/tls/client/hello.test.ts')).toBe(false);
    expect(isEngine('src/state/store.ts')).toBe(false);
  });
});
