/** German texts about fields: one or two sentences each. */
import type { FieldWords } from '../field-words.ts';
import { code, rich, term } from '../rich.ts';
import { certificateFields } from './fields/certificate.ts';
import { groups, schemes, suites, versions } from './fields/codes.ts';
import { extensionFields, extensions } from './fields/extensions.ts';
import { messageFields } from './fields/messages.ts';
import { pkiFields } from './fields/pki.ts';
import { tls12Fields } from './fields/tls12.ts';
import { bytes } from './grammar.ts';

export const fields: FieldWords = {
  keys: { ...messageFields, ...tls12Fields, ...extensionFields, ...certificateFields, ...pkiFields },
  extensions,
  suites,
  groups,
  schemes,
  versions,
  grease: rich`Ein ${term('grease', 'GREASE')}-Wert: reserviert, ohne Bedeutung, gesendet, damit Server sich nicht abgewöhnen zu übergehen, was sie nicht kennen.`,
  unknownExtension: (f) =>
    f.name === undefined
      ? rich`Eine ${term('extension', 'Erweiterung')} ohne Namen im Register. Ein Empfänger, der sie nicht kennt, übergeht sie.`
      : rich`Die ${term('extension', 'Erweiterung')} ${code(f.name)}. Diese Engine bewahrt ihre Bytes auf und handelt nicht danach.`,
  length: (container, f) => rich`Wie viele Bytes von ${code(container)} folgen: ${f.number ?? 0}.`,
  extensionData: (f) =>
    f.content === 0
      ? rich`Leer: Dass die Erweiterung da ist, sagt alles.`
      : rich`Der Inhalt der Erweiterung, ${bytes(f.content)}. Wer den Typ nicht kennt, übergeht ihn anhand dieser Länge.`,
  derElement: (f) =>
    rich`Ein Element von ${term('der', 'DER')}${f.text === undefined ? '' : rich`: ${code(f.text)}`}.`,
  undecoded: (f) =>
    rich`${bytes(f.size)} hinter der Stelle, an der das Lesen endete. Was sie bedeuten, lässt sich nicht sagen.`,
  unknown: (f) => rich`${bytes(f.size)}, die diese Engine nicht erklärt.`,
};
