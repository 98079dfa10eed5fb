/** English texts about fields: one or two sentences each. Loaded with the Bytes and Certificates panels. */
import type { FieldWords } from '../field-words.ts';
import { code, rich, term } from '../rich.ts';
import { certificateFields } from './fields/certificate.ts';
import { groups, schemes, suites, versions } from './fields/codes.ts';
import { extensionFields, extensions } from './fields/extensions.ts';
import { messageFields } from './fields/messages.ts';
import { pkiFields } from './fields/pki.ts';
import { tls12Fields } from './fields/tls12.ts';
import { count } from './grammar.ts';

export const fields: FieldWords = {
  keys: { ...messageFields, ...tls12Fields, ...extensionFields, ...certificateFields, ...pkiFields },
  extensions,
  suites,
  groups,
  schemes,
  versions,
  grease: rich`A ${term('grease', 'GREASE')} value: reserved, meaningless, sent so that servers stay used to ignoring what they do not know.`,
  unknownExtension: (f) =>
    f.name === undefined
      ? rich`An ${term('extension')} without a name in the registry. A receiver that does not know it ignores it.`
      : rich`The ${term('extension')} ${code(f.name)}. This engine keeps its bytes and does not act on it.`,
  length: (container, f) => rich`How many bytes of ${code(container)} follow: ${f.number ?? 0}.`,
  extensionData: (f) =>
    f.content === 0
      ? rich`Empty: that the extension is there says it all.`
      : rich`The content of the extension, ${count(f.content, 'byte', 'bytes')}. Who does not know the type steps over it by this length.`,
  derElement: (f) =>
    rich`An element of ${term('der', 'DER')}${f.text === undefined ? '' : rich`: ${code(f.text)}`}.`,
  undecoded: (f) =>
    rich`${count(f.size, 'byte', 'bytes')} behind the place where reading stopped. What they mean cannot be said.`,
  unknown: (f) => rich`${count(f.size, 'byte', 'bytes')} that this engine does not explain.`,
};
