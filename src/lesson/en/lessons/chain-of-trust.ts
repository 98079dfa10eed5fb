/** English: lesson 7, the chain of trust. */
import { plural } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const chainOfTrust: Readonly<Record<string, PartWords>> = {
  links: {
    name: 'Who vouches',
    title: 'Three certificates, two signatures',
    text: ({ chain: { path, anchor, sent, signatures }, number }) => [
      rich`The browser does not know ${{ strong: path[0]?.name ?? '' }}. Its certificate is signed by ${{ strong: path[0]?.issuer ?? '' }}, an ${term('intermediate')}; that one is signed by ${{ strong: anchor }}, a ${term('root')} that the browser has known all along. In step ${number('validate_chain')} it verifies ${plural(signatures, 'signature', 'signatures')}, one per link.`,
      rich`The intermediate is dated ${day.format(path[1]?.notBefore ?? 0)}; the root signed it then, once. Since then the root’s ${term('private-key', 'private key')} lies offline: whoever breaks into the server or the intermediate does not reach it. What the server sent, ${plural(sent.length, 'certificate', 'certificates')}, is the ${term('chain')}; what the browser found is the ${term('path')}. The root itself was not sent: it lay in the browser’s store.`,
    ],
    question: () => 'Whose private key is at work in this handshake?',
    choices: ({ chain: { path, anchor }, number }) => ({
      leaf: {
        text: `That of ${path[0]?.name ?? ''}`,
        reason: `Step ${number('certificate_verify')}: the server signs with it what was said so far. No other key of a certificate was used.`,
      },
      intermediate: {
        text: `That of ${path[1]?.name ?? ''}`,
        reason: `It signed the leaf, which is dated ${day.format(path[0]?.notBefore ?? 0)}. The browser verifies that with the public key; the authority is not asked and learns nothing of this connection.`,
      },
      root: {
        text: `That of ${anchor}`,
        reason: `It signed the intermediate, dated ${day.format(path[1]?.notBefore ?? 0)}. The browser has the root’s certificate, and with it the public key. That is all it needs.`,
      },
    }),
    change: {
      label: 'Authority of the server',
      options: {
        lakeside: 'Lakeside Trust Services',
        meridian: 'Meridian Certification',
        harbour: 'Harbour Trust',
      },
      task: 'Let the server get its certificate from another authority and run. The path now ends at another root.',
      done: ({ chain: { anchor, path } }) =>
        `The path now leads through ${path[1]?.name ?? ''} to ${anchor}. Any root in the store would have done: a name is as safe as the most careless of them.`,
    },
  },
  store: {
    name: 'The store',
    title: 'The browser decides whom it believes',
    text: ({ chain: { roots, anchor, trusted, signatures } }) => [
      rich`A browser or an operating system ships a ${term('root-store', 'store')} of roots. In this one ${roots} are switched on. A root is no better certificate than others: it is a ${term('trust-anchor', 'trust anchor')} because it lies in the store, and for no other reason.`,
      trusted
        ? rich`The path of this run ends at ${{ strong: anchor }}, in the store. From there downwards every signature was verified.`
        : rich`The chain of this run asks for ${{ strong: anchor }}. It is not in the store, so the path ends in the air, although ${signatures === 1 ? 'the signature below it holds' : 'every signature below it holds'}.`,
    ],
    question: ({ chain: { anchor } }) =>
      `Somebody switches off ${anchor} in this browser. The server sends the same bytes. What does the browser do?`,
    choices: ({ chain: { anchor } }) => ({
      connects: {
        text: 'It connects: the chain is complete and every signature holds',
        reason: 'A complete chain shows who signed whom. Whom to believe, the store decides.',
      },
      refuses: {
        text: 'It refuses: no path ends in its store',
        reason: `What this server sends leads to ${anchor} and nowhere else. It has not become wrong; this browser has no reason to believe it.`,
      },
      other: {
        text: 'It takes another of its roots',
        reason: 'Another root has another key. It did not sign this intermediate.',
      },
    }),
    change: {
      label: 'Switched off in the store',
      options: { none: 'nothing', meridian: 'Meridian ECC Root 2021', lakeside: 'Lakeside Root CA' },
      task: 'Switch off the root that carries this path, and run. Switch off another one first, if you like, and see that nothing happens.',
      done: ({ chain: { anchor }, end }) =>
        `${anchor} is off, and the browser closes in step ${end.at} with ${end.alert}. On another computer, with another store, the same site works.`,
    },
  },
  missing: {
    name: 'One is missing',
    title: 'The intermediate that was not sent',
    text: ({ chain: { path, sent, roots, trusted }, end, host }) => [
      trusted
        ? rich`The server of ${{ strong: host }} sends ${plural(sent.length, 'certificate', 'certificates')}, and the browser finds its way from each to the next, up to the root.`
        : rich`The server of ${{ strong: host }} sends ${plural(sent.length, 'certificate', 'certificates')}. The ${term('leaf')} names its issuer: ${{ strong: path[0]?.issuer ?? '' }}. The browser looks for a certificate of that name among what was sent and among its ${roots} roots, finds none, and closes with ${{ code: end.alert }}.`,
      rich`To leave the intermediate out is one of the most common mistakes in setting up a server. The certificate is valid, the authority is trusted, and the person who installed it saw a lock in their own browser. The table under the graph shows what other clients make of the same bytes.`,
    ],
    question: () =>
      'A chain must be complete, the administrator has read, and lets the server send leaf and root. What does the browser do?',
    choices: ({ chain: { leaf, issuerUrl } }) => ({
      connects: {
        text: 'It connects',
        reason:
          'A root was there before, in the store. Being sent along does not make it the issuer of the leaf.',
      },
      refuses: {
        text: 'It refuses, as before',
        reason: `The root did not sign the leaf. What joins the two is ${leaf.issuer}, and that is still missing. The leaf even says where it can be had (${issuerUrl}), but this browser fetches nothing.`,
      },
      warns: {
        text: 'It connects, with a warning',
        reason:
          'In TLS there is no such thing: a path is found, or an alert ends the connection. A page on which one can click “continue” makes a new connection, without this check.',
      },
    }),
    change: {
      label: 'What the server sends',
      options: {
        leaf: 'the leaf',
        'leaf-root': 'the leaf and the root',
        'leaf-intermediate': 'the leaf and the intermediate',
      },
      task: 'Mend the server: choose what it has to send, and run until the browser connects.',
      done: ({ chain: { path, sent } }) =>
        `Mended with ${plural(sent.length, 'certificate', 'certificates')}: ${path.map(({ name }) => name).join(' ← ')}. On a real server this is the file with the whole chain (nginx: ssl_certificate with the leaf first, then the intermediate).`,
    },
    more: 'Open it under Trust',
  },
  colleague: {
    name: 'Works for me',
    title: '“But in my browser it works”',
    text: ({ chain: { sent, path, trusted }, end }) => [
      trusted
        ? rich`The server is still wrong: it sends ${plural(sent.length, 'certificate', 'certificates')}, the ${term('leaf')} alone. This browser connects all the same, because it has ${{ strong: path[1]?.name ?? '' }} from elsewhere.`
        : rich`The server sends ${plural(sent.length, 'certificate', 'certificates')}, the ${term('leaf')} alone, and this browser has the issuer from nowhere: ${{ code: end.alert }}.`,
      rich`Firefox keeps a list of intermediates ready. Chrome, Edge and Safari fetch a missing issuer from the address that the leaf gives as ${term('authority-information-access', 'Authority Information Access')}. OpenSSL, and with it most builds of curl and Python, does neither, and Java not unless it is told to: they fail, while the person at the desk sees a lock.`,
    ],
    question: () =>
      'A colleague opens the same site in a browser that has nothing cached and fetches nothing. What do they see?',
    choices: ({ chain: { path, leaf } }) => ({
      page: {
        text: 'The page: the server is the same',
        reason:
          path[1] === undefined
            ? 'This is that browser, and it shows no page.'
            : `The server is the same, but what makes it work is the browser: ${path[1].name} was ${path[1].from === 'fetched' ? 'fetched' : 'in its cache'}.`,
      },
      error: {
        text: 'An error',
        reason: `Nobody sends ${leaf.issuer} there, and without it the signature on the leaf cannot be verified: no path.`,
      },
      unlocked: {
        text: 'The page, without a lock',
        reason: 'There is no half trust. Without a path the handshake ends, and no page is fetched.',
      },
    }),
    change: {
      label: 'This browser',
      options: {
        cached: 'kept a copy from an earlier visit',
        fetching: 'kept nothing, fetches what is missing',
        fresh: 'kept nothing, fetches nothing',
      },
      task: 'Find another browser that connects to the same wrong server, and run. Then try the fresh one, and you know why a test in your own browser is no test.',
      done: ({ chain: { path, issuerUrl } }) =>
        `${path[1]?.name ?? ''} was fetched from ${issuerUrl}. The server has to be mended all the same: send the leaf and the intermediate.`,
    },
  },
  'own-root': {
    name: 'A root of one’s own',
    title: 'A root that nobody knows',
    text: ({ chain: { sent, signatures, trusted, anchor, leaf } }) => [
      rich`A firm has its own authority. Its server sends everything it has: ${plural(sent.length, 'certificate', 'certificates')}, up to ${{ strong: sent.at(-1)?.name ?? anchor }}. ${plural(signatures, 'signature', 'signatures')} were verified, and each one holds. ${trusted ? 'The path ends in the store.' : 'The browser refuses it.'}`,
      rich`A root is ${term('self-signed', 'self-signed')}: it is its own issuer. Its signature only shows that whoever made it had the key. Mallory can make such a root in a second, with any name in it, and a leaf for ${leaf.name} below.`,
    ],
    question: ({ chain: { trusted, signatures } }) =>
      trusted
        ? 'What made this browser trust the path?'
        : `${plural(signatures, 'signature', 'signatures')} hold, nothing has expired, the name fits. What would make this browser trust the path?`,
    choices: ({ chain: { anchor, sent, signatures } }) => ({
      sent: {
        text: 'The root, sent along by the server',
        reason: `It is sent along: ${plural(sent.length, 'certificate', 'certificates')} came, up to ${sent.at(-1)?.name ?? ''}. Anyone can send a root of their own.`,
      },
      stronger: {
        text: 'A signature of a stronger kind',
        reason: `${plural(signatures, 'signature was', 'signatures were')} verified. How strong a key is does not tell whose it is.`,
      },
      store: {
        text: `${anchor}, put into its store`,
        reason:
          'Trust does not come out of what was sent. It has to be there before, put there by the maker of the browser or by its owner.',
      },
    }),
    change: {
      label: 'Store of the browser',
      options: { 'as-shipped': 'as it was shipped', installed: 'with Workbench Root CA installed' },
      task: 'Install the root in the browser, as a firm does on its own computers, and run.',
      done: ({ chain: { anchor, sent } }) =>
        `Trusted, with the same ${plural(sent.length, 'certificate', 'certificates')} from the server. From now on whoever holds the key of ${anchor} can vouch for any name to this browser. That is why a root is installed with care.`,
    },
  },
};
