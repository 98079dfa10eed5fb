/** Labels of the inspector: frame, Bytes, Crypto, Certificates, Keys and the ledger. */
import { grouped, plural } from '../catalog.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

const parties = { browser: 'Browser', server: 'Server', eavesdropper: 'Eavesdropper' };

export const inspector = {
  name: 'Inspector',
  parties,
  frame: {
    step: (step: number, of: number) => `Step ${step} of ${of}`,
    localWork: (parties: readonly string[]) => (parties.length > 1 ? 'both sides, local work' : `${parties.join('')}, local work`),
    nothingOnWire: 'nothing on the wire',
    failed: 'failed',
    levels: { plaintext: 'plaintext', handshake: 'under handshake keys', application: 'under application keys' },
    levelsShort: { plaintext: 'plaintext', handshake: 'handshake keys', application: 'application keys' },
    rfc: (rfc: number, section: string) => `RFC ${rfc} §${section}`,
    openRfc: (rfc: number, section: string) => `RFC ${rfc}, section ${section}, at rfc-editor.org`,
    tabs: {
      bytes: 'Bytes',
      fields: 'Fields',
      crypto: 'Crypto',
      certificates: 'Certificates',
      certificatesShort: 'Certs',
      keys: 'Keys',
      checks: 'Checks',
      ledger: 'Who knows what',
      ledgerShort: 'Who knows',
    },
    tabList: 'Views of this step',
    loading: 'Loading this view …',
  },
  bytes: {
    view: 'View of the bytes',
    wire: 'On the wire',
    plain: 'Decrypted',
    hexLabel: (count: number) => `${plural(count, 'byte', 'bytes')} in hex. Arrow keys move by byte, Enter selects the field.`,
    hexRole: 'hex view',
    treeLabel: 'Fields of this message',
    field: 'Field',
    value: 'Value',
    size: 'Bytes',
    text: 'Text',
    point: 'Point at a byte or a field.',
    spoken: (offset: string, byte: string, field: string) => `${offset}, ${byte}, ${field}`,
    copyValue: 'Copy these bytes as hex',
    copied: (count: number) => `Copied ${plural(count, 'byte', 'bytes')} as hex.`,
    lengthOf: (field: string) => `How many bytes of ${field} follow.`,
    none: 'This step is local work. Nothing crosses the wire, so there are no bytes to show.',
    noneHint: 'Crypto and Keys show what was computed.',
    sealedNote: 'The header is in the clear. The ciphertext is one field without inner structure; the last 16 bytes are the AEAD tag.',
    compatibility: (count: number) =>
      `${plural(count, 'dummy ChangeCipherSpec record', 'dummy ChangeCipherSpec records')} of 6 bytes travelled right before this message, for the sake of middleboxes.`,
  },
  values: {
    empty: 'empty',
    entries: (count: number) => plural(count, 'entry', 'entries'),
    bytes: (count: number) => plural(count, 'byte', 'bytes'),
    recordHeader: 'record header',
    header: (type: string, length: number) => `${type}, ${grouped(length)}`,
    yes: 'TRUE',
    no: 'FALSE',
    date: (time: number) => day.format(time),
    dateAndTime: (time: number) => dayTime.format(time),
    period: (from: string, to: string) => `${from} – ${to}`,
  },
};
