/** English: the Attack page. Tools, who noticed, the list of edits, and the stories with their questions. */
import type { AttackScenarioId } from '../../lab/attacks.ts';
import { grouped, plural } from '../catalog.ts';

type Party = 'browser' | 'server';
const Parties = { browser: 'Browser', server: 'Server' };
const parties = { browser: 'the browser', server: 'the server' };

/** A question before the answer. `key` is matched with what the run came to; every choice has its reason. */
export interface Story {
  readonly question: string;
  readonly lead: string;
  readonly choices: readonly { readonly key: string; readonly text: string; readonly reason: string }[];
}

const waits: Readonly<Record<string, string>> = {
  wait_client_hello: 'waits for a ClientHello',
  wait_second_client_hello: 'waits for the second ClientHello',
  wait_server_hello: 'waits for ServerHello',
  wait_encrypted_extensions: 'waits for EncryptedExtensions',
  wait_certificate_or_request: 'waits for Certificate or CertificateRequest',
  wait_certificate: 'waits for Certificate',
  wait_certificate_verify: 'waits for CertificateVerify',
  wait_finished: 'waits for Finished',
  wait_client_certificate: 'waits for the client’s Certificate',
  wait_client_certificate_verify: 'waits for the client’s CertificateVerify',
  wait_client_finished: 'waits for the client’s Finished',
  connected: 'stands and waits for data',
  closed: 'is closed',
  failed: 'has given up',
  recording_over: 'is not there: a recording answers nothing',
  wait_end_of_early_data: 'waits for EndOfEarlyData',
};

export const attack = {
  mallory: 'Mallory',
  head: {
    holds: 'Mallory holds the wire, not the keys.',
    untouched: 'passed on as it was',
    local: 'Nothing is on the wire here. Choose a message.',
    elsewhere: 'Mallory’s edits go to the last connection between browser and server. Choose that one above.',
  },
  tools: {
    label: 'What Mallory does to this message',
    edit: 'Edit',
    drop: 'Drop',
    duplicate: 'Duplicate',
    replay: 'Replay',
    truncate: 'Truncate',
    delay: 'Delay',
    inject: 'Inject',
    cut: 'Cut the wire',
    reconnect: 'Reconnect',
  },
  form: {
    target: 'Bytes to change',
    whole: 'the whole message',
    bytes: (start: number, end: number) =>
      end - start === 1 ? `byte ${grouped(start)}` : `bytes ${grouped(start)} to ${grouped(end - 1)}`,
    select: 'Select a field or a byte below.',
    newBytes: 'New bytes, hex',
    set: 'Set',
    flip: 'Flip a bit',
    bit: (bit: number) => `bit ${bit}`,
    sealed: 'Encrypted: bits can be flipped, but nobody can choose what they become.',
    lengths: 'Another length is fine: the length fields around it follow.',
    badHex: 'Pairs of 0-9 and a-f, nothing else.',
    keep: 'Bytes that arrive',
    after: 'After',
    until: 'Until this has passed',
    injected: 'Bytes, hex: whole records',
    samples: {
      alert: 'fatal alert',
      close: 'close_notify in the clear',
      noise: 'a record of zeros',
    },
    apply: 'Do it',
    dropped: 'It never arrives.',
    duplicated: 'It arrives twice.',
    delayed: 'It is held back and arrives in another order, behind the message chosen.',
    cut: 'Nothing behind it arrives, in either direction.',
    reconnected:
      'All that the browser sent up to here goes to the server once more, over a connection of its own.',
    browserOnly: 'Only what the browser sends can be recorded and sent to the server again.',
    seconds: 'Seconds later',
  },
  diff: {
    sent: (from: Party) => `Sent by ${parties[from]}`,
    delivered: (to: Party) => `Delivered to ${parties[to]}`,
    changed: (count: number) => plural(count, 'byte differs', 'bytes differ'),
    length: (before: number, after: number) => `${grouped(before)} → ${grouped(after)} B`,
  },
  noticed: {
    ask: 'Who will notice?',
    check: 'Check',
    again: 'Try again',
    show: 'Show the answer',
    title: 'Who noticed',
    untouched: 'So far every message passes as it is. Choose one and change it.',
    nobody: 'Nobody. Both sides are content with what arrived.',
    stalled: 'Nobody found a fault, and nothing moves any more.',
    cut: 'The connection is closed under both, and no close_notify told the browser that this was the end: what it has may be only a part.',
    waits: (party: Party, state: string) => `${Parties[party]} ${waits[state] ?? state}`,
    by: (step: number, party: Party) => `step ${step}, ${parties[party]}`,
    passed: (count: number) => (count === 1 ? 'passed once' : `passed ${count} times`),
    notReached: 'not reached',
    overruled: (step: number) => `step ${step}, the browser; the user had it go on`,
    codes: { 'hello-inside': 'a ClientHello inside of a connection that stands' } as Readonly<
      Record<string, string>
    >,
    refusedHello: 'The server: it takes no hello inside of a connection, and says so with a warning.',
    waved: 'Nobody is left: the browser found the fault again, and the user had told it to go on.',
    guards: {
      replay: 'Replay protection',
      renegotiation: 'Renegotiation',
      parse: 'Reading and rules',
      record: 'Record tag',
      chain: 'Certificate chain',
      signature: 'Signature over the transcript',
      finished: 'Finished',
      close: 'close_notify',
    },
  },
  /** While the question of a story is not answered. */
  open: {
    noticed: 'What the run came to stands here once you have answered.',
    after: 'Whether and how it goes on stands here once the question is answered.',
    rest: 'after the answer',
    elsewhere: 'Mallory’s edits go to the connection before this one. It can be chosen after the answer.',
  },
  again: {
    title: 'What the server’s application got',
    note: 'connection by connection',
    nothing: 'Nothing: no connection of this run came to application data.',
    connection: (number: number, replayed: boolean) =>
      replayed ? `Connection ${number}, sent again` : `Connection ${number}`,
    passedOver: (reason: string) => `passed over unread${reason === '' ? '' : `: ${reason}`}`,
    refused:
      'The server: it does not take the recorded early data, and whoever sent it cannot finish the handshake.',
    twice:
      'Nobody. The server reads the recorded request a second time and hands it to its application again.',
    protection: 'At the server',
    protections: { list: 'List of hellos', 'single-use': 'Single-use tickets', off: 'Neither' },
    pause: 'Sent again after',
    seconds: (count: number) => `${count} s`,
    reasons: {
      replayed: 'early data of this very hello was taken before',
      stale: 'the ticket is older than the hello says',
      used: 'the ticket has been used',
      refused: 'this server takes no early data',
    } as Readonly<Record<string, string>>,
    defences: {
      list: 'The server keeps the binders of the hellos whose early data it took (RFC 9846 §8.2). The list must be one for all machines that share the ticket key.',
      'single-use':
        'The server crosses off each ticket (RFC 9846 §8.1). A used one opens nothing: the copy gets a full handshake, which a recording cannot answer.',
      off: 'Only the age of the ticket is left (RFC 9846 §8.3): a copy within 10 seconds passes, a later one does not fit any more.',
    },
  },
  warning: {
    title: 'The warning, and what the user did',
    note: (host: string) => `in place of ${host}`,
    warned: 'The browser finds no path it can accept, closes, and shows its warning.',
    excepted: 'The same fault again. The user has accepted this certificate, so the handshake goes on.',
    step: (connection: number, step: number) => `connection ${connection}, step ${step}`,
    delivered: 'Mallory’s server reads',
    nothing: 'Nothing else: there is no second connection.',
    user: 'The user',
    choices: { back: 'goes back', on: 'goes on' },
    hsts: 'The site',
    lists: { off: 'without HSTS', on: 'with HSTS' },
    others:
      'Below stands which clients offer a way past this fault. A program without a user asks nobody: curl and its like go on only where somebody switched the check off.',
  },
  renegotiation: {
    title: 'Renegotiation, now and in 2009',
    note: 'CVE-2009-3555, RFC 5746',
    shows: 'In this run',
    step: (number: number) => `step ${number}`,
    offered: {
      extension: 'ClientHello says with an empty renegotiation_info that it knows RFC 5746.',
      scsv: 'ClientHello says with TLS_EMPTY_RENEGOTIATION_INFO_SCSV that it knows RFC 5746.',
      nothing: 'ClientHello says nothing of RFC 5746.',
    },
    answered: {
      extension: 'ServerHello answers with renegotiation_info, empty in a first handshake.',
      nothing: 'ServerHello says nothing of RFC 5746.',
    },
    inside: (bytes: number) =>
      `Mallory puts a ClientHello of ${bytes} bytes, caught from another browser, into her own connection.`,
    refused:
      'The server starts no new handshake: no_renegotiation (100), a warning. The visitor gets no answer.',
    notRefused: 'The server did not refuse it.',
    before: 'Before 2010',
    history:
      'Servers took such a hello for the wish to negotiate anew, for example to ask for a certificate. The visitor, for whom it was the first hello, finished the handshake through Mallory’s hands. Nothing tied it to the handshake before, so the application read one request:',
    visitor: 'GET /cart HTTP/1.1\nHost: shop.example\nCookie: session=…',
    mallorys: 'Mallory’s, from this run',
    visitors: 'the visitor’s, as it would have followed',
    outcome:
      'Mallory reads neither answer nor cookie, but her order is carried out with the visitor’s cookie.',
    since:
      'RFC 5746 (February 2010) ties them: a hello that negotiates anew carries the Finished of the handshake before, and a first hello in its place ends the connection. TLS 1.3 has no renegotiation.',
  },
  recording: {
    title: 'If the server’s key is stolen later',
    note: 'Eve has the recording',
    steal: 'Steal the key',
    stolen: (names: readonly string[]) =>
      `She takes ${names.join(' and ')} and repeats every computation she has the inputs for.`,
    none: 'The server used no key here that outlives the connection.',
    readsNow: 'Eve needs no key: this suite encrypts nothing, and she has read the data as it passed.',
    opened: (count: number, of: number) =>
      count === 0
        ? `Of ${plural(of, 'protected message', 'protected messages')} she opens none.`
        : `Of ${plural(of, 'protected message', 'protected messages')} she opens ${count === of ? 'all' : grouped(count)}.`,
    shut: 'stays shut',
  },
  list: {
    title: 'Mallory’s edits',
    note: 'applied in order; every run starts from the untouched messages',
    none: 'None yet.',
    undo: 'Undo',
    redo: 'Redo',
    remove: 'Remove',
    undone: 'undone',
    noMessage: 'no such message in this run',
    refused: 'fits nothing in this message',
    noticed: (step: number, party: Party) => `noticed at step ${step} by ${parties[party]}`,
    stalled: 'unnoticed, but nothing moves any more',
    unnoticed: 'unnoticed',
  },
  acts: {
    flip: (at: number, mask: string) => `byte ${grouped(at)} XOR ${mask}`,
    overwrite: (at: number, bytes: string) => `byte ${grouped(at)} on: ${bytes}`,
    set: (path: string, bytes: string) => `${path}: ${bytes === '' ? 'empty' : bytes}`,
    truncate: (to: number) => `first ${grouped(to)} bytes only`,
    drop: 'never arrives',
    duplicate: 'arrives twice',
    delay: (until: string) => `held back until ${until}`,
    replay: (after: string) => `once more after ${after}`,
    inject: (bytes: number) => `${plural(bytes, 'byte', 'bytes')} of Mallory’s own behind it`,
    cut: 'wire cut behind it',
    reconnect: (seconds: number) =>
      `up to here once more on a new connection, ${plural(seconds, 'second', 'seconds')} later`,
  },
  stories: {
    'attack-server-random': {
      question: 'Mallory flips one bit of ServerHello.random. Who will notice?',
      lead: 'The random is sent in the clear and has no right value of its own.',
      choices: [
        {
          key: 'nobody',
          text: 'Nobody: any random is as good as another',
          reason:
            'As a value it is. But it is part of the transcript, and the keys come from the transcript.',
        },
        {
          key: 'browser@verify_signature',
          text: 'The browser, at CertificateVerify',
          reason: 'The signature covers this message too. The run never gets that far.',
        },
        {
          key: 'browser@encrypted_extensions',
          text: 'The browser, already at EncryptedExtensions',
          reason:
            'Its transcript hash is another one, so its keys are, and the first protected record does not open.',
        },
      ],
    },
    'attack-strip-suites': {
      question: 'Mallory takes all cipher suites but one out of the ClientHello. Who will notice?',
      lead: 'What is left is a suite that the server accepts, so it answers as usual.',
      choices: [
        {
          key: 'server@client_hello',
          text: 'The server, when it chooses',
          reason: 'It sees a hello like any other: it does not know what the browser had sent.',
        },
        {
          key: 'browser@server_hello',
          text: 'The browser, at ServerHello',
          reason: 'The suite is one it had offered, so ServerHello breaks no rule.',
        },
        {
          key: 'browser@encrypted_extensions',
          text: 'The browser, at the first protected record',
          reason:
            'Each side hashes the hello it knows. The hashes differ, the keys differ, and the record does not open.',
        },
      ],
    },
    'attack-downgrade': {
      question: 'Mallory hides supported_versions, so the server answers with TLS 1.2. Who will notice?',
      lead: 'Both sides speak TLS 1.2, and its handshake would run to the end.',
      choices: [
        {
          key: 'nobody',
          text: 'Nobody: TLS 1.2 is allowed on both sides',
          reason: 'Allowed, but not chosen: each side would have taken TLS 1.3.',
        },
        {
          key: 'browser@server_hello',
          text: 'The browser, at ServerHello',
          reason:
            'A server that speaks TLS 1.3 ends its random in DOWNGRD when it is asked for less. The browser had asked for more, and stops.',
        },
        {
          key: 'server@client_finished',
          text: 'The server, at Finished',
          reason: 'The transcripts differ, so it would. The sentinel in ServerHello is there to be faster.',
        },
      ],
    },
    'attack-server-key-exchange': {
      question: 'TLS 1.2: Mallory changes the server’s key share in ServerKeyExchange. Who will notice?',
      lead: 'The message travels in the clear, and with a share of her own Mallory could read everything.',
      choices: [
        {
          key: 'browser@verify_signature',
          text: 'The browser, by the signature',
          reason:
            'The server signs both randoms and its share with the key of its certificate. The signature does not fit.',
        },
        {
          key: 'browser@finished',
          text: 'The browser, at Finished',
          reason: 'Finished would show it as well, if the run came that far.',
        },
        {
          key: 'nobody',
          text: 'Nobody: shares are random anyway',
          reason:
            'Random, but signed. An anonymous suite would let it pass, and that is why browsers have none.',
        },
      ],
    },
    'attack-certificate-verify': {
      question: 'Mallory flips a bit inside the encrypted CertificateVerify. Which check notices?',
      lead: 'It might hit the signature, or a length, or the scheme. Mallory cannot tell.',
      choices: [
        {
          key: 'browser@verify_signature',
          text: 'The signature check',
          reason: 'It would, if the record opened. It is not reached.',
        },
        {
          key: 'browser@certificate_verify',
          text: 'The tag of the record around it',
          reason: 'The AEAD authenticates every byte of the ciphertext before anything inside is read.',
        },
        {
          key: 'browser@finished',
          text: 'Finished, at the end',
          reason: 'Finished would cover it as well, but the browser has long stopped.',
        },
      ],
    },
    'attack-finished': {
      question: 'Mallory flips a bit in the browser’s Finished. Who will notice?',
      lead: 'The browser has sent its last message of the handshake and is content.',
      choices: [
        {
          key: 'server@client_finished',
          text: 'The server, at once',
          reason: 'The record does not open under the browser’s handshake key: bad_record_mac.',
        },
        {
          key: 'browser@client_finished',
          text: 'The browser, when it is answered wrongly',
          reason: 'It has nothing to check here: the Finished is its own.',
        },
        {
          key: 'nobody',
          text: 'Nobody, one bit is not enough',
          reason: 'One bit is enough for every tag and every MAC of TLS.',
        },
      ],
    },
    'attack-record': {
      question:
        'Mallory changes one byte of encrypted application data, hoping for another request. What arrives?',
      lead: 'With a bare stream cipher the byte would turn into exactly what Mallory wants.',
      choices: [
        {
          key: 'nobody',
          text: 'A changed request',
          reason:
            'That is what encryption without authentication allows. Every suite of TLS 1.3 authenticates.',
        },
        {
          key: 'server@application_data_1',
          text: 'Nothing: the server refuses the record',
          reason:
            'The tag does not fit, the server says bad_record_mac and closes. No byte of it reaches the application.',
        },
        {
          key: 'stalled',
          text: 'Nothing, and the server waits for a better one',
          reason: 'TLS never skips a bad record; only DTLS does.',
        },
      ],
    },
    'attack-replay': {
      question: 'Mallory records the browser’s request and sends it a second time. Is it carried out twice?',
      lead: 'The record is genuine, to the last bit.',
      choices: [
        {
          key: 'nobody',
          text: 'Yes: the server cannot tell the copy from the original',
          reason: 'The bytes are equal, but the place is not: the nonce of a record comes from its number.',
        },
        {
          key: 'server@unreadable_record',
          text: 'No: the copy does not open',
          reason: 'The server expects the next number, computes another nonce, and the tag does not fit.',
        },
        {
          key: 'browser@application_data_2',
          text: 'No: the browser objects to the second answer',
          reason: 'There is no second answer.',
        },
      ],
    },
    'attack-early-replay': {
      question:
        'Mallory records the hello of a returning browser with its early data, an order, and sends both to the server again. Is the order carried out twice?',
      lead: 'Every byte is genuine, and the keys of early data come from the ticket and the hello alone.',
      choices: [
        {
          key: 'twice',
          text: 'Yes: nothing fresh from the server is in it',
          reason:
            'Nothing is, so the copy would open. This server keeps a list of the hellos whose early data it took.',
        },
        {
          key: 'refused',
          text: 'No: the server has seen this very hello before',
          reason:
            'It finds the binder in its list and passes over the early data. The rest of the handshake needs a key that Mallory does not have.',
        },
        {
          key: 'server@client_hello',
          text: 'No: the hello is not signed by the browser',
          reason: 'No hello is. Its binder is right, as it was the first time.',
        },
      ],
    },
    'attack-early-replay-open': {
      question: 'The same recording, sent to a server that keeps no list. Who will notice?',
      lead: 'A second machine that shares the ticket key, but not the list, is such a server.',
      choices: [
        {
          key: 'twice',
          text: 'Nobody: the order is carried out twice',
          reason:
            'The ticket opens, the binder is right, the early data is read. Only requests that may happen twice belong into early data.',
        },
        {
          key: 'server@early_data_1',
          text: 'The server, when it opens the early data',
          reason: 'The keys come from the ticket and the hello, and both are the same. The record opens.',
        },
        {
          key: 'refused',
          text: 'The server, by the age of the ticket',
          reason:
            'The hello says how old its ticket is, and the server allows 10 seconds of difference. After a minute it would notice.',
        },
      ],
    },
    'attack-renegotiation': {
      question:
        'Mallory is a client of the server, sends half a request, and then puts the ClientHello of another browser into her connection. Does the server go on with the other browser?',
      lead: 'The hello is genuine and complete. In 2009 this worked against nearly every server.',
      choices: [
        {
          key: 'renegotiates',
          text: 'Yes: a client may ask for a new handshake at any time',
          reason:
            'It may ask in TLS 1.2. Until 2010 servers agreed, and put both requests together. This one never does.',
        },
        {
          key: 'no-renegotiation',
          text: 'No: it answers with a warning and leaves the connection as it is',
          reason:
            'no_renegotiation is a warning. The half request stays what it is, and no other request is put behind it.',
        },
        {
          key: 'server@client_hello_2',
          text: 'No: it ends the connection, the hello does not open',
          reason: 'It opens: Mallory has the keys of her own connection and protects it like her data.',
        },
      ],
    },
    'attack-truncation': {
      question: 'Mallory cuts the wire right behind the answer. Does the browser know whether that was all?',
      lead: 'Every byte that arrived is genuine.',
      choices: [
        {
          key: 'nobody',
          text: 'Yes: the bytes are authenticated',
          reason: 'Each record is, the end is not. Only close_notify says that nothing follows.',
        },
        {
          key: 'stalled',
          text: 'No: without close_notify the end may be anywhere',
          reason: 'A TCP connection can be closed by anybody on the way. That is why close_notify exists.',
        },
        {
          key: 'browser@close_notify',
          text: 'Yes: Mallory’s FIN is not signed',
          reason: 'TCP knows no signatures. TLS sees only that nothing comes any more.',
        },
      ],
    },
    'attack-forged-alert': {
      question: 'Mallory answers the ClientHello with a fatal alert of its own. Can it break the connection?',
      lead: 'Before there are keys, nobody can tell whose alert it is.',
      choices: [
        {
          key: 'nobody',
          text: 'No: alerts are authenticated',
          reason: 'They are, once there are keys. This one goes to the server before it has any.',
        },
        {
          key: 'server@alert',
          text: 'Yes: the server believes it and gives up',
          reason:
            'Whoever holds the wire can always stop a handshake. What it cannot do is change it unnoticed.',
        },
        {
          key: 'browser@alert',
          text: 'Yes: the browser gives up',
          reason: 'The alert was put behind the ClientHello, on its way to the server.',
        },
      ],
    },
    'attack-impostor': {
      question:
        'Somebody answers in the place of shop.example, with a certificate from a CA of their own. Who will notice?',
      lead: 'Name, dates and signatures are in order, and the key is really theirs.',
      choices: [
        {
          key: 'browser@validate_chain',
          text: 'The browser, when it looks for a path',
          reason:
            'The path ends at a root that is not in its store. Anybody can make a CA; only the store makes one count.',
        },
        {
          key: 'browser@verify_signature',
          text: 'The browser, at CertificateVerify',
          reason: 'That signature is right: the impostor has the key of this very certificate.',
        },
        {
          key: 'nobody',
          text: 'Nobody: everything fits',
          reason: 'It fits, but nobody the browser trusts vouches for it.',
        },
      ],
    },
    'attack-impostor-installed': {
      question: 'The same impostor, but its root was put into the browser’s store. Who will notice now?',
      lead: 'Company proxies, virus scanners and some pieces of malware work like this.',
      choices: [
        {
          key: 'browser@validate_chain',
          text: 'The browser, when it looks for a path',
          reason: 'It finds one: to the root that somebody installed.',
        },
        {
          key: 'nobody',
          text: 'Nobody',
          reason:
            'Whoever controls the store decides who is who. The lock closes, and the impostor reads everything.',
        },
        {
          key: 'server@client_hello',
          text: 'The real server, which misses its visitor',
          reason: 'It may never hear of the connection, or hear the impostor as a browser like any other.',
        },
      ],
    },
    'attack-other-key': {
      question: 'Mallory shows the real certificate of shop.example. Who will notice?',
      lead: 'Certificates are public: every visitor gets a copy. What Mallory lacks is its private key, so she signs with one of her own.',
      choices: [
        {
          key: 'browser@validate_chain',
          text: 'The browser, when it looks for a path',
          reason: 'The certificate is genuine and its path leads to a trusted root.',
        },
        {
          key: 'browser@verify_signature',
          text: 'The browser, by the signature in CertificateVerify',
          reason:
            'The key in the certificate does not verify it. Only this message shows that a server has the private key.',
        },
        {
          key: 'browser@finished',
          text: 'The browser, at Finished',
          reason: 'Mallory takes part in the key exchange herself, so her Finished would be right.',
        },
      ],
    },
    'attack-plain-http': {
      question:
        'The server’s port speaks plain HTTP and answers the ClientHello with an error page. What does the browser make of it?',
      lead: 'A wrong port in a configuration is enough; no attacker is needed.',
      choices: [
        {
          key: 'browser@unreadable_record',
          text: 'It reads the text as a record, and stops at its first byte',
          reason:
            'Where a content type should be stands the letter H. Clients word that very differently: some speak of a record that is too long, some of a wrong version.',
        },
        {
          key: 'stalled',
          text: 'It waits for the rest of the record',
          reason: 'It would, if the first bytes could be those of a record.',
        },
        {
          key: 'nobody',
          text: 'It shows the page without a lock',
          reason:
            'For https a browser never falls back to plain text: anybody on the way could make it do so.',
        },
      ],
    },
    'attack-click-through': {
      question:
        'Mallory answers in the place of shop.example with a certificate she signed herself. The browser warns, and the user goes on. Who notices in the second connection?',
      lead: 'The first connection ended with the warning. In the second the browser has an exception for this very certificate.',
      choices: [
        {
          key: 'overruled',
          text: 'Nobody: the browser did, and was overruled',
          reason:
            'It finds the same fault and goes on because the user told it to. The cookie goes to whoever made the certificate.',
        },
        {
          key: 'browser@validate_chain',
          text: 'The browser, when it looks for a path',
          reason: 'It looks again and finds none again, but this time the user’s word counts for more.',
        },
        {
          key: 'browser@verify_signature',
          text: 'The browser, at CertificateVerify',
          reason: 'That signature is right: Mallory has the key of the certificate she made.',
        },
      ],
    },
    'attack-click-through-hsts': {
      question:
        'The same certificate and the same user, but shop.example has sent Strict-Transport-Security before. What does the click on “go on” do?',
      lead: 'The browser keeps a list of names that are to be reached by TLS only (RFC 6797).',
      choices: [
        {
          key: 'overruled',
          text: 'It goes on, with a warning in the address bar',
          reason: 'Without HSTS it would. RFC 6797 §12.1 leaves the user no way round the fault.',
        },
        {
          key: 'browser@validate_chain',
          text: 'Nothing: there is no such button',
          reason:
            'For a name with HSTS every fault of the certificate ends the connection. There is no second one in this run.',
        },
        {
          key: 'server@client_hello',
          text: 'The server refuses the second connection',
          reason: 'The server is Mallory’s, and there is no second connection.',
        },
      ],
    },
    'attack-look-alike': {
      question: 'The address bar says sh0p.example, with a zero. Which check refuses the certificate?',
      lead: 'Whoever runs that site asked a CA for a certificate and got it: the name is really theirs.',
      choices: [
        {
          key: 'browser@validate_chain',
          text: 'The host name check',
          reason: 'It compares with the address bar, and there the zero stands as well.',
        },
        {
          key: 'nobody',
          text: 'None',
          reason:
            'A certificate shows who controls a name. It says nothing of whether the name is the one you meant, nor of honesty.',
        },
        {
          key: 'browser@certificate',
          text: 'The CA, when it is asked',
          reason: 'It checked that the applicant controls sh0p.example. That is so.',
        },
      ],
    },
    'attack-stolen-key-rsa': {
      question:
        'Eve recorded this run of last year. Today she steals the server’s private key. What can she read?',
      lead: 'Key exchange by RSA: the premaster secret travelled in the clear, encrypted for that key.',
      choices: [
        {
          key: 'reads-all',
          text: 'Everything',
          reason:
            'She decrypts the premaster secret of the recording and derives the keys as the server did.',
        },
        {
          key: 'reads-nothing',
          text: 'Nothing: the session keys are gone',
          reason: 'They can be made again: all they came from is in the recording, but for the stolen key.',
        },
        {
          key: 'reads-new',
          text: 'Only connections from now on',
          reason: 'Those too. But without forward secrecy the past falls with the key.',
        },
      ],
    },
    'attack-stolen-key-ecdhe': {
      question: 'The same theft, after a run with ECDHE. What can she read?',
      lead: 'The server’s key only signed; the secret came from two key pairs made for this connection.',
      choices: [
        {
          key: 'reads-all',
          text: 'Everything',
          reason: 'The stolen key opens nothing in the recording: nothing was encrypted for it.',
        },
        {
          key: 'reads-nothing',
          text: 'Nothing of the recording',
          reason: 'The private halves were thrown away. That is forward secrecy.',
        },
        {
          key: 'reads-hello',
          text: 'Only what the browser sent',
          reason: 'Both directions come from the same secret; she has neither.',
        },
      ],
    },
    'attack-null': {
      question: 'The suite has NULL for its cipher. What does Eve get?',
      lead: 'Certificate, signature and Finished are all in order.',
      choices: [
        {
          key: 'eve-reads',
          text: 'Every byte of the data',
          reason:
            'NULL encrypts nothing. Every record still carries a MAC: Eve reads, but nobody can change.',
        },
        {
          key: 'eve-blind',
          text: 'Lengths and times',
          reason: 'So it is with a cipher. Here the record is the text itself and a MAC.',
        },
        {
          key: 'browser@server_hello',
          text: 'Nothing: the browser refuses',
          reason: 'A real browser never offers it. This one did, because a laboratory may.',
        },
      ],
    },
    'attack-rc4': {
      question: 'RC4 is broken. Can Eve read this one connection?',
      lead: 'RFC 7465 has forbidden it since 2015.',
      choices: [
        {
          key: 'eve-reads',
          text: 'Yes, at once',
          reason: 'The biases of its keystream are small; one connection tells little.',
        },
        {
          key: 'eve-blind',
          text: 'Not this one',
          reason:
            'The attacks need the same secret in millions of connections, a cookie for example. Browsers resend cookies.',
        },
        {
          key: 'browser@server_hello',
          text: 'No: the browser refuses the suite',
          reason: 'Today’s browsers do not offer it. This one did.',
        },
      ],
    },
    'attack-weak-dh': {
      question: 'The server’s Diffie-Hellman group has 1 024 bits. Who objects?',
      lead: 'Computing one such group in advance was within reach of states in 2015, and servers shared a few of them.',
      choices: [
        {
          key: 'browser@server_key_exchange',
          text: 'The browser, at ServerKeyExchange',
          reason:
            'It measures the prime, finds too few bits, and closes with insufficient_security or illegal_parameter.',
        },
        {
          key: 'nobody',
          text: 'Nobody: the numbers are right',
          reason:
            'They are: this browser asks for no more. The signature covers the group, so nobody swapped it; it is just too small.',
        },
        {
          key: 'browser@verify_signature',
          text: 'The browser, by the signature',
          reason: 'The signature is right. The server itself chose a weak group.',
        },
      ],
    },
  } satisfies Record<AttackScenarioId, Story>,
};
