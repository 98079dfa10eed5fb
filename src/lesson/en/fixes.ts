/** English: how to fix each failure. The commands and lines of configuration stand in fix-commands.ts. */
import { plural } from '../catalog.ts';
import { type FixFacts, type FixWords, fixCommands } from '../fix-commands.ts';
import type { FixText } from '../trust.ts';

export function fix(id: string, f: FixFacts): FixText {
  return { ...(texts[id] ?? texts['present-certificate'])(f), ...fixCommands(id, f) };
}

const texts: FixWords = {
  'send-intermediate': () => ({
    text: 'Serve the leaf followed by every intermediate. Leave the root out.',
    button: 'Send the full chain and run again',
  }),
  'send-leaf': () => ({
    text: 'The first certificate has to be the server’s own, the intermediates follow.',
    button: 'Send leaf and intermediate',
  }),
  'trust-root': (f) => ({
    text: `The server is set up well; ${f.root ?? 'its root'} is switched off in this browser’s store.`,
    button: `Switch ${f.root ?? 'the root'} on`,
  }),
  'public-ca': (f) => ({
    text: `Get the certificate from an authority that browsers know, such as the one under ${f.root ?? 'a root in the store'}. A root of your own has to be installed in every client.`,
    button: `Issue it under ${f.root ?? 'a known root'}`,
  }),
  'stronger-root': (f) => ({
    text: `RSA with 1024 bits is too weak to vouch for anything. Have the certificate issued under ${f.root ?? 'another root'}.`,
    button: `Issue it under ${f.root ?? 'another root'}`,
  }),
  'leave-root': (f) => ({
    text: `No certificate under a fallen root can be saved. Have a new one issued under ${f.root ?? 'another root'}, with a new key.`,
    button: `Issue it under ${f.root ?? 'another root'}`,
  }),
  renew: () => ({
    text: 'Renew the certificate, load it, and let a timer do both from now on.',
    button: 'Renew for 89 days and run again',
  }),
  'issue-now': () => ({
    text: 'Issue it for a period that has begun. Authorities date notBefore a little back, for clocks that run behind.',
    button: 'Issue it from yesterday on',
  }),
  'set-clock': (f) => ({
    text: `The certificate is fine. The clock of this browser is ${plural(Math.abs(f.days ?? 0), 'day', 'days')} ${(f.days ?? 0) > 0 ? 'ahead' : 'behind'}.`,
    button: 'Set the clock right',
  }),
  'add-name': (f) => ({
    text: `Issue a certificate whose subjectAltName has ${f.host}. The common name is not looked at.`,
    button: `Add ${f.host} and run again`,
  }),
  'reissue-leaf': () => ({
    text: 'Nothing in the server’s configuration mends a certificate: have it issued again, by an authority that keeps to the rules of the web.',
    button: 'Have it issued again',
  }),
  'install-genuine': () => ({
    text: 'What is installed is not what the authority issued. Take the file from the authority again, and find out who changed it.',
    button: 'Install what was issued',
  }),
  staple: () => ({
    text: 'Let the server fetch the authority’s answer in good time, keep it, and hand it over in every handshake.',
    button: 'Staple a fresh answer and run again',
  }),
  'new-key': () => ({
    text: 'Make a new key, on the curve P-256 or RSA with 2 048 bits at least, and have a certificate issued for it.',
    button: 'Issue it for a new key',
  }),
  'good-intermediate': () => ({
    text: 'The leaf is fine; what stands above it is not. Serve the intermediate that the authority publishes today.',
    button: 'Serve a good intermediate',
  }),
  'update-store': (f) => ({
    text: `The server can do nothing about a root that has ended. The device needs a newer store, one that has ${f.root ?? 'the new root'}.`,
    button: f.root === undefined ? 'Renew the root in the store' : `Put ${f.root} into the store`,
  }),
  'allow-name': () => ({
    text: 'The authority may vouch for its own domain only, and nothing the server sends can widen that. Use an authority that is not limited.',
    button: 'Use an authority without that limit',
  }),
  'drop-level': () => ({
    text: 'The authority above permits none below it. Have the leaf issued by the permitted one.',
    button: 'Issue it one level higher',
  }),
  'share-key': () => ({
    text: 'Give the device the key that the server has under this name. With OpenSSL both sides take it as -psk.',
    button: 'Give it the server’s key',
  }),
  'accept-suite': () => ({
    text: 'Accept a suite that browsers offer. Most servers set TLS 1.3 suites apart from the older ones; Caddy does not let you choose them.',
    button: 'Accept what the browser offers',
  }),
  'enable-version': () => ({
    text: 'Switch TLS 1.2 and 1.3 on at the server and everything older off; software that cannot do that has to be replaced.',
    button: 'Switch TLS 1.2 and 1.3 on',
  }),
  'update-browser': () => ({
    text: 'The server is right to refuse. Update the browser, or the system that its TLS comes from.',
    button: 'Update the browser',
  }),
  'accept-group': () => ({
    text: 'Accept a group that browsers offer.',
    button: 'Accept what the browser offers',
  }),
  'accept-protocol': () => ({
    text: 'Accept a protocol that the browser names, or do not answer ALPN at all.',
    button: 'Accept what the browser names',
  }),
  'offer-schemes': () => ({
    text: 'The browser has to accept a signature scheme that fits the key of the certificate.',
    button: 'Let the browser offer all schemes',
  }),
  'present-certificate': () => ({
    text: 'Give the browser a certificate from an authority that this server accepts, or ask without insisting. nginx itself would finish the handshake and answer 400.',
    button: 'Give the browser a certificate',
  }),
  'renew-client': () => ({
    text: 'The server is right. The person needs a new certificate from the authority that this server accepts.',
    button: 'Issue the person a new certificate',
  }),
  'accept-client-root': (f) => ({
    text: `Put ${f.root ?? 'the authority'} into the server’s list of authorities for client certificates.`,
    button: `Accept ${f.root ?? 'the authority'}`,
  }),
};
