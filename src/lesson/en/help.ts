/** English: the list of keys, and what this page is. */

export const help = {
  title: 'Keys',
  close: 'Close',
  letters: 'Single-letter keys',
  lettersNote: 'Switch them off if they get in the way of speech input.',
  rows: [
    { keys: ['←', '→'], text: 'previous and next step' },
    { keys: ['Home', 'End'], text: 'first and last step' },
    { keys: ['Space'], text: 'play and pause' },
    { keys: ['E'], text: 'eavesdropper on and off' },
    { keys: ['B'], text: 'Bytes' },
    { keys: ['C'], text: 'Crypto' },
    { keys: ['D'], text: 'Certificates' },
    { keys: ['K'], text: 'Keys' },
    { keys: ['W'], text: 'on the wire or decrypted' },
    { keys: ['?'], text: 'this list' },
    { keys: ['Esc'], text: 'close what is open' },
  ],
  about: 'About this page',
  aboutText: [
    'Client, server, keys and certificates are real and live in this page only: nothing is sent anywhere.',
    'The roots are invented. Secrets are on display on purpose and the code is not constant-time, so use it to learn, never to protect anything.',
  ],
  offline: {
    unknown: 'Not yet kept for use without a network.',
    kept: 'All files are kept in this browser: the page works without a network.',
    refused: 'This browser keeps no copy of the page, so it needs its host each time.',
  },
};
