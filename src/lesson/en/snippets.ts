/** English: comments and messages of the snippets that run in a console. */
export const snippets = {
  head: (operation: string, purpose: string, rfc: number, section: string) =>
    `${operation}: ${purpose}. RFC ${rfc} section ${section}.`,
  bytes: (name: string, count: number) => `${name}, ${count} bytes`,
  drawnAgain: 'Drawn again: as long as the recorded value, and never equal to it.',
  extract: 'HKDF-Extract(salt, IKM) = HMAC-Hash(salt, IKM), RFC 5869 section 2.2.',
  expand: 'HKDF-Expand is HMAC, block after block: WebCrypto’s own HKDF always extracts first.',
  labelled: (label: string) => `"${label}", context, length`,
  received: (name: string) => `${name}: what the other side sent`,
  leadingZeros: 'TLS 1.2 takes leading zero bytes off.',
  pssKey:
    'An id-RSASSA-PSS key under the name rsaEncryption, the only one that WebCrypto knows; the numbers are the same.',
  powerPair: 'The private key was random; the public key is g to its power, modulo p.',
  pair: 'The private key was random; the public key follows from it.',
  encapsulation: [
    'Encapsulation is random: a second one gives another secret. The recorded ciphertext opened',
    'with the other side’s key gives the same secret again.',
  ],
  basePoint: {
    x25519: 'public key = X25519(private key, 9), RFC 7748 section 6.1: an agreement with the base point.',
    curve: 'An agreement with the base point G gives the x coordinate of the public key.',
  },
  halves: 'r and s, in the form WebCrypto gives them',
  recorded: 'The recorded signature, checked with the public half of the key.',
  spelt: (backend: string) =>
    `WebCrypto has no ChaCha20-Poly1305 in most browsers (${backend} computed it in the run), so it is spelt out above.`,
  succeeded: 'it succeeded',
  refused: 'refused, as in the run',
  signature: 'SEQUENCE { r INTEGER, s INTEGER } to r || s, each as long as the field.',
  missing: ['This platform has no WebCrypto for it', 'In the run it was computed by'],
  declined: (algorithm: string, backend: string) =>
    `No WebCrypto has ${algorithm}. In the run ${backend} computed it.`,
  ownCode: 'this page’s own code',
  chacha: 'ChaCha20-Poly1305, RFC 8439 section 2.8. For reading, not for production.',
  cbcEncrypt: 'WebCrypto puts a block of padding behind the data; TLS has done its own padding before.',
  cbcDecrypt: 'WebCrypto insists on its own padding: a block of it is put behind, chained to the last block.',
  rc4: 'RC4: a permutation of all bytes, mixed by the key; then one byte of key stream per step.',
  rc4Skip: 'What earlier records have used of the stream is left out.',
  ccm: 'CCM is CBC-MAC and counter mode; WebCrypto has both.',
  ccmBlock: 'the block before the padding',
  ccmCalls: 'CCM = CBC-MAC and counter mode: two calls of WebCrypto.',
  padding: '00 02, at least eight bytes that are not zero, 00, message',
  paddingShort: '00 02, random bytes, 00, message',
  freshPadding:
    '00 02, random bytes that are not zero, 00, message: other padding every time, and so another ciphertext.',
};
