import type { SuitesWords } from '../../lesson/suites.ts';
import type { SuiteRow } from '../../view/suites/rows.ts';
import type { AnatomyPart } from '../../view/suites/selected.ts';

/** Title and explanation of one group of letters, for this suite. */
export function partText(
  { anatomy: words }: SuitesWords,
  { code, anatomy, versions: [from, to] }: SuiteRow,
  part: AnatomyPart,
): { readonly title: string; readonly text: string } {
  const { exchange, authentication, cipher, keyBits, mode, hash, hashRole, tagLength, family } = anatomy;
  switch (part.kind) {
    case 'protocol':
      return { title: words.protocol.title, text: words.protocol.text(from, to) };
    case 'exchange':
      if (part.letters === 'PSK' && exchange === 'DHE_PSK')
        return { title: words.authentication.title, text: words.authentication.text.PSK };
      return {
        title: part.both ? words.exchange.both : words.exchange.title,
        text: exchange === undefined ? '' : words.exchange.text[exchange],
      };
    case 'authentication': {
      const { title, text, fixed, rsaPsk, turned } = words.authentication;
      if (part.letters === 'DHE') return { title: words.exchange.title, text: turned };
      if (exchange === 'RSA_PSK') return { title, text: rsaPsk };
      if ((exchange === 'DH' || exchange === 'ECDH') && authentication !== undefined)
        return { title, text: fixed(part.letters) };
      return { title, text: authentication === undefined ? '' : text[authentication] };
    }
    case 'export':
      return { title: words.export.title, text: words.export.text(keyBits) };
    case 'cipher':
      return {
        title: words.cipher.title,
        text:
          cipher === undefined || cipher === 'NULL'
            ? words.cipher.none
            : words.cipher.text(words.cipher.names[cipher], keyBits, family === 'tls13'),
      };
    case 'mode':
      return { title: words.mode.title, text: words.mode.text[mode](tagLength) };
    case 'hash':
      return {
        title: words.hash.title,
        text: code === 0 ? words.hash.null : words.hash.text[hashRole](hash, tagLength),
      };
    case 'signal':
      return {
        title: words.signal.title,
        text:
          part.letters === 'FALLBACK_SCSV'
            ? words.signal.text.FALLBACK_SCSV
            : words.signal.text.EMPTY_RENEGOTIATION_INFO_SCSV,
      };
  }
}
