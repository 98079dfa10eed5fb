/** English: what a trainer asks, hears and presses in each demo of the ready sessions. */
import type { SessionWords } from '../guide.ts';

export const guide: Readonly<Record<string, SessionWords>> = {
  'missing-intermediate': {
    title: 'Missing intermediate',
    goal: 'For everyone who installs certificates. Afterwards the room can say why one client connects and another does not, and what to send.',
    demos: {
      whole: {
        question: 'How does the browser get from the certificate of the shop to something it trusts?',
        answer:
          'Along a path: leaf, intermediate, root. The leaf and the intermediate were sent; the root was there before.',
        wrong: [
          'It asks the certification authority. Nobody is asked; the signatures are checked on the spot.',
          'The server sends the root. It need not, and a root that arrives by wire is not trusted for that.',
        ],
        click: 'Checks: Trust anchor, then Signature. Trust, in the bar above, draws the path as a graph.',
      },
      missing: {
        question: 'Leaf and root are fine, and nothing has expired. Why does it fail?',
        answer:
          'The intermediate was not sent. The browser cannot link the leaf to any root it has, so the alert is unknown_ca.',
        wrong: [
          'The certificate is self-signed. It is not: its issuer is absent.',
          'The root is missing from the store. The same root verified the run before.',
        ],
        click: 'Checks, Trust anchor. Then, under How to fix it, “Send the full chain and run again”.',
      },
      cached: {
        question: 'The server still sends the leaf alone. Why does this browser connect?',
        answer:
          'It had the intermediate from elsewhere, from an earlier visit or a list that came with the browser. That is luck, not a fix.',
        wrong: ['The server was repaired. Compare the Certificate message: one certificate, as before.'],
        click:
          'Step 5: one certificate was sent. Then Trust: on the intermediate the graph says “in a cache”.',
      },
      fetched: {
        question: 'And this one has nothing cached. Where did it get the intermediate?',
        answer:
          'From the address in the leaf’s authority information access. Some clients fetch it; OpenSSL, most builds of curl and most programs do not.',
        wrong: ['Every client does that. The table of clients says which do.'],
        click: 'Trust: on the intermediate the graph says “fetched by AIA”. Below it, what each client says.',
      },
      order: {
        question: 'All certificates are here, in the wrong order. Does that break it?',
        answer:
          'Not here: the path is searched, not read off. TLS 1.2 asked for the order, TLS 1.3 only recommends it, so send it right.',
        wrong: ['Order never matters. Old clients take the list as it comes.'],
        click: 'Step 5, Certificates, for the order sent; Trust for the path found.',
      },
    },
  },
  devops: {
    title: 'Certificates for DevOps',
    goal: 'For people who run servers. Afterwards they read a browser’s error, name the cause and change the right line of the configuration.',
    demos: {
      sent: {
        question: 'What does the server send, and what of it is secret?',
        answer: 'Leaf and intermediate. Nothing in them is secret; the private key is not in there.',
        wrong: ['The key of the server. Only its public half.'],
        click: 'Certificates: subject, SAN, validity, public key.',
      },
      host: {
        question: 'The chain verifies. What does the browser still complain about?',
        answer: 'The name in the address bar is not among the subject alternative names.',
        wrong: [
          'The common name is wrong. Browsers do not read it.',
          'The certificate is invalid. It is valid, for another name.',
        ],
        click: 'Checks, Host name: wanted against found.',
      },
      wildcard: {
        question: 'There is a wildcard in it. Why does it not match?',
        answer: 'The star stands for exactly one label.',
        wrong: ['A wildcard covers all below it. It covers one level.'],
        click: 'Checks, Host name.',
      },
      expired: {
        question: 'Which clock decided this?',
        answer: 'The clock of the browser. The server never judges its own certificate.',
        wrong: ['The CA ended it. Expiry is a date in the certificate; nobody acts.'],
        click: 'Checks, Validity; then move the clock in Configure.',
      },
      clock: {
        question: 'The certificate is brand new, and refused. What do you look at first?',
        answer: 'At the clocks: the start of validity lies ahead of the browser’s time.',
        wrong: ['The CA made a mistake. Perhaps, but a wrong clock is far more common.'],
        click: 'Checks, Validity; Configure, clock.',
      },
      missing: {
        question: 'It works in your browser and fails in the monitoring. What was forgotten?',
        answer: 'The intermediate. The browser had it, the monitoring did not.',
        wrong: ['The monitoring is broken. It is the strict one of the two.'],
        click: 'How to fix it: the lines for nginx, Apache, HAProxy.',
      },
      'self-signed': {
        question: 'The signature is correct. Why is that not enough?',
        answer: 'It proves that the key signed itself. Trust comes from the store, and there it is not.',
        wrong: ['Self-signed means insecure encryption. The encryption would be the same.'],
        click: 'Checks, Trust anchor.',
      },
      stacked: {
        question: 'Two faults at once. Which one will each client report?',
        answer: 'That differs: each client checks in its own order and names one fault.',
        wrong: ['All of them. Most name the first they meet.'],
        click: 'Checks, then the clients: compare the messages.',
      },
      revoked: {
        question: 'Signature, dates and name are right. How can the browser know that it must not trust it?',
        answer: 'Only by looking: a revocation list, an OCSP answer, or one that the server staples.',
        wrong: ['It sees it in the certificate. A certificate does not change when it is revoked.'],
        click: 'Checks, Revocation, with the evidence.',
      },
      suites: {
        question: 'No certificate appears in this run at all. Where did it end?',
        answer: 'At the ClientHello: no suite that both accept, so the alert is handshake_failure.',
        wrong: ['The certificate does not fit. It was never sent.'],
        click: 'Bytes: cipher_suites. Choice: both lists; Configure, to give them one suite in common.',
      },
    },
  },
  'first-byte': {
    title: 'TLS from the first byte',
    goal: 'For developers and curious engineers. Afterwards they can follow a handshake in Wireshark and say who knows what at each step.',
    demos: {
      hello: {
        question: 'Everything here can be read by anyone. What is in it anyway?',
        answer: 'Offers, a random number, the name of the site and public halves of keys: nothing secret.',
        wrong: ['The key for the data. There is none yet.'],
        click: 'Bytes: cipher_suites, key_share, server_name.',
      },
      answer: {
        question: 'Who chose the suite, and by which rule?',
        answer: 'The server, from what was offered, by its own preference or the browser’s.',
        wrong: ['Both negotiate back and forth. One offer, one answer.'],
        click: 'Choice: both lists, and what was taken from them.',
      },
      keys: {
        question: 'Who can compute these keys now?',
        answer: 'Browser and server. Eve has both public halves and gets nowhere.',
        wrong: ['Whoever has the certificate. It has not even been sent.'],
        click: 'Crypto: the shared secret goes in, traffic secrets come out. Then Who knows what.',
      },
      certificate: {
        question: 'Does this message prove that the other end is the shop?',
        answer: 'Not yet: a certificate is public, anyone can send a copy.',
        wrong: ['Yes, it is signed. So is every copy of it.'],
        click: 'Certificates: subject and public key.',
      },
      chain: {
        question: 'Which of these checks has to do with cryptography?',
        answer: 'The signatures. Name, dates, purposes and constraints are comparisons.',
        wrong: ['All of them. Most failures in practice are not about cryptography.'],
        click: 'Checks, one after the other.',
      },
      proof: {
        question: 'What exactly is signed here?',
        answer: 'The hash of everything said so far, so the signature fits this handshake only.',
        wrong: ['The certificate. That was signed by its issuer, long ago.'],
        click: 'Crypto: the content that is signed.',
      },
      finished: {
        question: 'The signature was checked. What is Finished for?',
        answer: 'It shows that both hold the same keys and saw the same messages, the hellos included.',
        wrong: ['It says goodbye. It is the first confirmation.'],
        click: 'Crypto: MAC over the transcript hash.',
      },
      data: {
        question: 'What does Eve still learn from this record?',
        answer: 'That there is one, when, and how long it is.',
        wrong: ['Nothing. Length and time are visible.'],
        click: 'Bytes: on the wire, then decrypted.',
      },
      end: {
        question: 'Why say goodbye at all?',
        answer: 'Without close_notify nobody could tell an end from a cut.',
        wrong: ['TCP does that. Anyone on the way can forge that.'],
        click: 'Bytes: two bytes, encrypted.',
      },
      retry: {
        question: 'Why does it start over?',
        answer: 'The browser sent no public half in a group that the server takes.',
        wrong: ['An error. It is an answer, and costs one round trip.'],
        click: 'Step 2, key_share; then step 3.',
      },
      rsa: {
        question: 'What is in this envelope, and who can open it, today and in ten years?',
        answer: 'The premaster secret; whoever holds the private key, whenever they get it.',
        wrong: ['The key for the data. That is derived later, on both sides.'],
        click: 'Crypto: encrypted here, decrypted in the next step.',
      },
      ecdhe: {
        question: 'Why does the server sign its public half?',
        answer: 'Unsigned, anyone in the middle could put in their own.',
        wrong: ['To encrypt it. It is readable.'],
        click: 'Bytes: parameters and signature.',
      },
      ticket: {
        question: 'No certificate in this run. How does the browser know whom it talks to?',
        answer: 'From the first connection: only that server can know the key behind the ticket.',
        wrong: ['It does not. It does, by way of the earlier handshake.'],
        click: 'Bytes: pre_shared_key. Then Connection, First: the run in which the ticket came.',
      },
      early: {
        question: 'Data in the first flight. What is the price?',
        answer: 'Eve can send the same bytes again, and forward secrecy is missing for them.',
        wrong: ['None, it is encrypted. Encrypted copies work as well as the original.'],
        click: 'Bytes of step 4. Then, under Attack, “Early data (0-RTT) replayed”.',
      },
      downgrade: {
        question: 'Both can do TLS 1.3. Mallory strikes it from the hello. Who notices?',
        answer: 'The browser: the last bytes of the server’s random say that it could have done more.',
        wrong: ['Nobody, the hello is unprotected. It is, and the random is the answer to that.'],
        click: 'Bytes: the last 8 bytes of random, in ASCII. “Who noticed” says what they mean.',
      },
      stolen: {
        question: 'Eve recorded this a year ago and steals the key today. What can she read?',
        answer: 'All of it: RSA key exchange has no forward secrecy.',
        wrong: ['Nothing, the connection is over. The recording is not.'],
        click: 'Steal the key, and read the request. Then the same in “Key stolen later · ECDHE”.',
      },
    },
  },
  mutual: {
    title: 'Mutual TLS',
    goal: 'For teams that secure services. Afterwards they know what a client certificate proves, how it fails, and when it is worth its cost.',
    demos: {
      request: {
        question: 'What does the server ask for, and may the browser refuse?',
        answer:
          'For a certificate and the kinds of signature it takes. The browser may answer with an empty list.',
        wrong: ['It asks for a password. It asks for proof of a key.'],
        click: 'Bytes: signature_algorithms, certificate_authorities.',
      },
      sent: {
        question: 'What differs from the server’s certificate?',
        answer: 'Purpose and name: clientAuth instead of serverAuth, a person or service instead of a host.',
        wrong: ['It is another kind of certificate. The format is the same.'],
        click: 'Certificates: extended key usage, subject.',
      },
      proof: {
        question: 'Does the client certificate encrypt anything?',
        answer: 'No. The key behind it signs the transcript, once.',
        wrong: ['Yes, the data of the client. That travels under the traffic keys.'],
        click: 'Crypto: sign.',
      },
      none: {
        question: 'No certificate, and yet it goes on. Why?',
        answer: 'The server asked, but did not insist. What it does with a guest is up to the application.',
        wrong: ['A bug. It is a setting: request or require.'],
        click: 'Step 12: an empty certificate_list.',
      },
      required: {
        question: 'Now the server insists. Who gives up, and how late?',
        answer:
          'The server, with certificate_required. In TLS 1.3 the browser has already finished its side by then, so programs report the failure late.',
        wrong: ['The browser. It had nothing to object to.'],
        click: 'Last step: the alert and its sender.',
      },
      issuer: {
        question: 'The certificate is genuine. Why does the server refuse it?',
        answer:
          'It comes from an issuer that is not in the server’s list. That list is its own, not the browser’s.',
        wrong: ['The root store of the system decides. For clients the server decides.'],
        click: 'Checks of the server.',
      },
      purpose: {
        question: 'Right issuer, right dates, still refused. What is wrong?',
        answer: 'Extended key usage: it is a server certificate.',
        wrong: ['The key is too short. Look at the failed check.'],
        click: 'Checks: Extended key usage.',
      },
      readable: {
        question: 'The same in TLS 1.2. What can Eve read now that she could not before?',
        answer: 'The client’s certificate, and with it who connects.',
        wrong: ['The data. That is encrypted in both.'],
        click: 'Bytes: the name, in plaintext. Then step 12 of “Client certificate requested and sent”.',
      },
    },
  },
  'post-quantum': {
    title: 'Post-quantum',
    goal: 'For architects and the curious. Afterwards they can say what is urgent, what is not, and what it costs in bytes.',
    demos: {
      threat: {
        question: 'Eve cannot open this recording today. What could change that?',
        answer:
          'A machine that computes the secret from the public halves. Then every recording of today opens.',
        wrong: ['A stolen server key. With ECDHE that does not help her.'],
        click: 'Steal the key: what it gives her here.',
      },
      share: {
        question: 'Why is this ClientHello so long?',
        answer: 'It carries a public key of ML-KEM beside that of X25519.',
        wrong: ['Because of the list of suites. That is a few bytes.'],
        click: 'Bytes: key_share, first entry.',
      },
      group: {
        question: 'Two procedures, one secret. What if one of them is broken?',
        answer: 'Then the other still holds: both secrets go into the key schedule together.',
        wrong: ['Then all is lost. Both would have to fall.'],
        click: 'Crypto: encapsulate, derive.',
      },
      signature: {
        question: 'The signature is still ECDSA. Is that a problem today?',
        answer:
          'Not for recordings: a signature has to hold only at the moment it is checked. So it is less urgent.',
        wrong: ['Yes, all is worthless. Later forgery changes nothing about past connections.'],
        click: 'Crypto: verify.',
      },
      certificate: {
        question: 'And with ML-DSA? What does the network notice?',
        answer: 'Size: keys and signatures are many times as long.',
        wrong: ['It is slower. Look at the times of the operations.'],
        click:
          'Certificates, then the bytes of the message; Compare, with “TLS 1.3 · everything in order” on the other side.',
      },
    },
  },
};
