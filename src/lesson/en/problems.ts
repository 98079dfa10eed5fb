/** English: what keeps a page or a run from being shown, a link that cannot be read, a newer version. */

/** A fault in a link, as state/link.ts names it. */
interface LinkFault {
  readonly reason:
    | 'no-version'
    | 'newer-version'
    | 'unknown-page'
    | 'unknown-parameter'
    | 'bad-value'
    | 'unreadable';
  readonly parameter: string;
  readonly value: string;
}

export const problems = {
  insecure: {
    title: 'This address keeps cryptography switched off',
    body: 'Handshake Lab computes with the WebCrypto of your browser. Browsers offer it only to pages that came over https or from this computer.',
    fix: 'Open the page over https, or under http://localhost.',
    address: 'Opened as',
  },
  missing: {
    title: 'This browser lacks what the handshake needs',
    body: 'Handshake Lab leaves the work to the WebCrypto of your browser. These parts are missing:',
    fix: 'A current Chrome, Edge, Firefox or Safari has all of them.',
  },
  update: {
    title: 'A newer version is here',
    body: 'What is on screen stays until you load it; the address keeps scenario and step.',
    now: 'Load it',
    later: 'Later',
  },
  runFailed: {
    title: 'This run broke off',
    body: 'That is a mistake of this page, not of your settings. The last run that worked is still here.',
    bodyFirst: 'That is a mistake of this page, not of your settings.',
    again: 'Run again',
    reset: 'Back to the scenario',
    details: 'What the program said',
  },
  link: {
    title: 'This link could not be read in full',
    shown: 'You see the first scenario instead. Nothing stored in this browser was changed.',
    shownPage: 'You see the page as it opens by itself. Nothing stored in this browser was changed.',
    newVersion: 'You see the first scenario instead. Reload the page to get its newest version.',
    newVersionPage: 'You see the page as it opens by itself. Reload it to get its newest version.',
    dismiss: 'Dismiss',
    reason: ({ reason, parameter, value }: LinkFault): string => {
      switch (reason) {
        case 'no-version':
          return 'It does not say which version it was written for (v=1).';
        case 'newer-version':
          return `It was written by a newer version of this page (v=${value}).`;
        case 'unknown-page':
          return `This site has no page ${value === '' ? 'of that name' : `“${value}”`}.`;
        case 'unknown-parameter':
          return `It asks for “${parameter}”, which this page does not know.`;
        case 'bad-value':
          return value === ''
            ? `“${parameter}” has no value.`
            : `“${parameter}” cannot be “${shortened(value)}”.`;
        case 'unreadable':
          return `It breaks off in “${parameter}”, as if it had been cut.`;
      }
    },
  },
};

const longestQuote = 60;

function shortened(value: string): string {
  return value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value;
}
