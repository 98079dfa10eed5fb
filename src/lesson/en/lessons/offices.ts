/** English: lesson 8, the offices behind a certificate. */
import { plural } from '../../catalog.ts';
import type { DeskWords, PartWords } from '../../lessons/model.ts';
import { listOf, rich, term } from '../../rich.ts';

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const officeDesks: Readonly<Record<string, DeskWords>> = {
  registration: {
    name: 'Who is asking',
    title: 'A request, and who checks it',
    text: ({ names, wish, request, issuing }) => [
      rich`Whoever wants a certificate makes a key pair and writes a ${term('certificate-request', 'request')} (PKCS #10, often called CSR). It carries the public key, names and wishes, and is signed with the new key: that proves that the applicant holds the private half. ${request === 0 ? 'None for a name lies on the desk yet.' : rich`The one on the desk has ${request} bytes.`}`,
      rich`The ${term('registration-authority')} checks before anyone signs. ${request === 0 ? 'The example to begin with' : 'This request'} asks for ${listOf(
        names.map((code) => ({ code })),
        'and',
      )}${wish.cA ? ', and for the right to sign certificates' : ''}. The authority behind it is ${{ strong: issuing.name }}. All these offices together are a ${term('pki', 'public key infrastructure')} (PKI).`,
    ],
    question: ({ names }) =>
      `A request asks for ${plural(names.length, 'name', 'names')}, and its signature holds. How many of them does the registration authority pass on?`,
    choices: ({ names, proved }) => ({
      all: {
        text: 'All of them: the request is signed',
        reason: 'The signature shows who has the key. It says nothing about who controls the names.',
      },
      some: {
        text: 'Only those that the applicant proves',
        reason: `For ${proved.length} of ${names.length} there is a record that only whoever controls the name can have set. The rest is struck out.`,
      },
      none: {
        text: 'None: that is for the certification authority to decide',
        reason:
          'It signs what was checked. Checking is the work of the registration authority, also where both are one firm.',
      },
    }),
    change: {
      task: 'Write a request: begin with the one that asks for too much, make a key and sign. Then let the registration authority check it.',
      done: ({ since, names, proved }) =>
        `Checked: the signature on the ${since.checked?.request.length ?? 0} bytes of the request holds, ${proved.length} of ${plural(names.length, 'name', 'names')} ${proved.length === 1 ? 'is' : 'are'} proved, the rest was struck out. Real authorities look for a record in the DNS or a file on the site; here it is a switch of yours.`,
    },
  },
  signature: {
    name: 'Asked, granted',
    title: 'What is asked for, and what is granted',
    text: ({ issuing, register }) => [
      rich`The ${term('certification-authority')} ${{ strong: issuing.name }} copies the public key out of the request and decides every other field itself. It grants what was proved and what its policy allows: a server does not become an authority because it asked.`,
      rich`What it has signed stands in its register, ${plural(register.length, 'certificate', 'certificates')} so far. The directory hands certificates out to whoever asks, most often as text (${term('pem', 'PEM')}); none of them is a secret.`,
    ],
    question: () => 'Which of these can the applicant not even ask for?',
    choices: ({ wish, issuing }) => ({
      names: {
        text: 'Names it does not control',
        reason: 'It can ask for any name. Whether it gets it is another matter.',
      },
      cA: {
        text: 'The right to sign certificates',
        reason: `The request has a place for it${wish.cA ? ', and this one asks' : ''}. A careful authority grants it by contract only.`,
      },
      usage: {
        text: 'What the key may be used for',
        reason: 'Key usage and extended key usage can be in a request, as wishes.',
      },
      lifetime: {
        text: 'How long it is valid',
        reason: `A request has no field for it, and none for the serial number. Both are chosen by ${issuing.name}.`,
      },
    }),
    change: {
      task: 'Let the certification authority sign the request, then publish the certificate in the directory. If no request lies there, write one and have it checked first.',
      done: ({ since }) => {
        const made = since.signed.at(-1);
        return `Signed by ${made?.office ?? ''}: serial number ${made?.serial ?? ''}…, valid for ${plural(made?.days ?? 0, 'day', 'days')}, ${plural(made?.bytes ?? 0, 'byte', 'bytes')} of DER. The private key never left the applicant.`;
      },
    },
  },
  revocation: {
    name: 'Taken back',
    title: 'Taking a certificate back',
    text: ({ revoked, register, issuing, workshop }) => {
      const last = revoked.at(-1);
      return [
        rich`A key gets out, a firm closes: the certificate has to go before its last day. Nobody can call the copies back. So the authority notes the ${term('serial-number')} in its ${term('crl', 'revocation list')} (CRL), signs the list, and the ${term('validation-authority')} answers questions about one serial number, by ${term('ocsp', 'OCSP')}.`,
        last
          ? rich`In your workshop ${revoked.length} of ${plural(register.length, 'certificate', 'certificates')} ${revoked.length === 1 ? 'is' : 'are'} ${term('revocation', 'revoked')}. The last one, ${{ code: `${last.serial}…` }} for ${{ strong: last.name }}, is valid until ${day.format(last.notAfter)} by its dates, and stands in list number ${last.listNumber} of ${last.office}.`
          : rich`In your workshop ${plural(register.length, 'certificate', 'certificates')} stand in the register, none is revoked. The list of ${issuing.name} has number ${workshop.offices.find(({ id }) => id === 'issuing')?.listNumber ?? 0}.`,
      ];
    },
    question: () => 'What changes in a certificate when it is revoked?',
    choices: () => ({
      dates: {
        text: 'Its last day',
        reason: 'A changed date would break the signature. The period stays what it was.',
      },
      signature: {
        text: 'Its signature: it no longer holds',
        reason: 'A signature holds as long as the bytes are the same, whatever happened to the key since.',
      },
      nothing: {
        text: 'Nothing',
        reason:
          'Not one byte. That it was revoked stands elsewhere, and only whoever asks there learns of it.',
      },
    }),
    change: {
      task: 'Revoke a certificate in the register below the desks, and give a reason. Then compare register, list and answer.',
      done: ({ since }) => {
        const gone = since.revoked.at(-1);
        return `${gone?.name ?? ''}, ${gone?.serial ?? ''}…, is revoked (${gone?.entry.revoked?.reason ?? ''}). The list was signed anew as number ${gone?.listNumber ?? 0}, and the answer about this serial number now says revoked.`;
      },
    },
    more: 'Open the whole workshop',
  },
};

export const offices: Readonly<Record<string, PartWords>> = {
  asking: {
    name: 'Nobody asked',
    title: 'Revoked, and nobody asked',
    text: ({ chain: { leaf, trusted, checks }, end, host }) => [
      rich`This is a run again. The certificate of ${{ strong: host }}, serial number ${{ code: `${leaf.serial}…` }}, is ${term('revocation', 'revoked')}: it stands in the list of ${{ strong: leaf.issuer }}. Its dates are good until ${day.format(leaf.notAfter)}, and its signature holds.`,
      trusted
        ? rich`The browser connects all the same. Of ${checks.all} checks ${checks.passed} passed and none failed; the one for revocation was not made.`
        : rich`The browser closes in step ${end.at} with ${{ code: end.alert }}: it looked into the list.`,
    ],
    question: () => 'How can a browser find out that a certificate is revoked?',
    choices: ({ chain: { leaf } }) => ({
      certificate: {
        text: 'It sees it in the certificate',
        reason: `Not one of its ${leaf.bytes} bytes changes when it is revoked.`,
      },
      signature: {
        text: 'The authority’s signature no longer holds',
        reason: 'The signature holds as long as the bytes are the same.',
      },
      told: {
        text: 'The authority tells all browsers',
        reason: `${leaf.issuer} knows no browsers. It signs a list, and waits to be asked.`,
      },
      list: {
        text: 'It looks into a list or gets an answer that the authority has signed',
        reason:
          'Only who asks learns it, and most programs never do. Browsers bring compressed lists of their own, and authorities shorten the lives of certificates, so that less is left to revoke.',
      },
    }),
    change: {
      label: 'Revocation, in this browser',
      options: { off: 'does not ask', 'soft-fail': 'looks into the list at hand' },
      task: 'Let the browser look into the list, and run. Nothing changes on the server.',
      done: ({ end, chain: { leaf } }) =>
        `It closes in step ${end.at} with ${end.alert}. The same ${plural(leaf.bytes, 'byte', 'bytes')} as before; one lookup made the difference.`,
    },
  },
  'root-falls': {
    name: 'The root falls',
    title: 'When a root falls',
    text: ({ chain: { anchor, path, trusted }, end }) => [
      rich`The key of ${{ strong: anchor }} lies offline, in a vault, and was used once for ${{ strong: path[1]?.name ?? '' }}. If it gets out, whoever has it can sign an intermediate of their own, and with that a certificate for any name. Nobody above the root could revoke it: it has to be taken out of every store.`,
      trusted
        ? rich`The graph shows the path of this run. It holds as long as the browser believes the key at its end, and it is the only one: no other root has signed for this intermediate (a ${term('cross-certificate')}).`
        : rich`The browser no longer believes that key: it closes in step ${end.at} with ${{ code: end.alert }}. Every signature on the path still holds, and none of them is worth anything.`,
    ],
    question: ({ chain: { anchor } }) =>
      `The key of ${anchor} is stolen. Which certificates must nobody believe any more?`,
    choices: ({ chain: { anchor, path } }) => ({
      one: {
        text: 'The root alone',
        reason: `What it signed rests on it. ${path[1]?.name ?? ''} may be genuine or made by the thief; nobody can tell.`,
      },
      later: {
        text: 'Those that were signed after the theft',
        reason:
          'The thief writes any date into a certificate, an old one too. The date is no proof of when it was signed.',
      },
      all: {
        text: `All that lead up to ${anchor}`,
        reason:
          'The intermediate, every leaf below it, and all that was never issued by the authority itself.',
      },
    }),
    change: {
      label: 'Root whose key has fallen',
      options: { none: 'none', meridian: 'Meridian ECC Root 2021', lakeside: 'Lakeside Root CA' },
      task: 'Let the root of this path fall, and run. An intermediate could be revoked and replaced; see what is left here.',
      done: ({ end, chain: { anchor } }) =>
        `${anchor} has fallen: every path through it is refused, this one in step ${end.at} with ${end.alert}. That is why the root signs a few intermediates and then stays offline.`,
    },
    more: 'Open it under Trust',
  },
};
