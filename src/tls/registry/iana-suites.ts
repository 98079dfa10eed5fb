/**
 * What IANA's registry "TLS Cipher Suites" (2026-01) says about each suite besides code and name:
 * recommended, usable with DTLS, and where it is defined. 354 suites and two signalling values.
 *
 * Apart from suite-names.ts because the first handshake needs none of it. A line holds the marks, the
 * references and the codes; 'a-b' is every registered code from a to b. `Y`, `N`, `D`: recommended,
 * not (which says nothing bad), discouraged (RFC 9847). `!`: not for DTLS. A number is an RFC;
 * TLS 1.3 is cited by the RFC in force.
 */
import { allSuites } from './suite-names.ts';

const table = `
  N 5246: 0000-0002 000a 000d 0010 0013 0016 001b 002f-0040 0067-006d
  N! 4346 6347: 0003 0017
  N! 5246 6347: 0004-0005 0018
  N 4346: 0006 0008 000b 000e 0011 0014 0019
  N 8996: 0007 0009 000c 000f 0012 0015 001a
  D 2712 9847: 001e 0021-0022 0025-0027 0029-002a
  N 2712: 001f 0023
  D! 2712 6347 9847: 0020 0024 0028 002b
  D 4785 9847: 002c
  N 4785: 002d-002e
  N 5932: 0041-0046 0084-0089 00ba-00c5
  N SP800-232: 006e
  N SP800-232 9846: 006f-0071
  D! 4279 6347 9847: 008a
  N 4279: 008b-008d 008f-0091 0093-0095
  N! 4279 6347: 008e 0092
  N 4162: 0096-009b
  N 5288: 009c-009d 00a0-00a7
  Y 5288: 009e-009f
  N 5487: 00a8-00a9 00ac-00af 00b2-00b9
  Y 5487: 00aa-00ab
  D 5487 9847: 00b0-00b1
  N! 8998: 00c6-00c7
  N 5746: 00ff
  Y 9846: 1301-1304
  N 9846 IESG-2018-08-16: 1305
  N draft-irtf-cfrg-aegis-aead: 1306-1307
  N 7507: 5600
  N 8422: c001 c003-c005 c008-c00b c00d-c00f c012-c015 c017-c019
  N! 8422 6347: c002 c00c c016
  D 8422 9847: c006 c010
  D! 8422 6347 9847: c007 c011
  N 5054: c01a-c022
  N 5289: c023-c02a c02d-c02e c031-c032
  Y 5289: c02b-c02c c02f-c030
  D! 5489 6347 9847: c033
  N 5489: c034-c038
  D 5489 9847: c039-c03b
  N 6209: c03c-c071
  N 6367: c072-c09b
  N 6655: c09c-c09d c0a0-c0a2 c0a4-c0a5 c0a8-c0ab
  Y 6655: c09e-c09f c0a6-c0a7
  N! 6655: c0a3
  N 7251: c0ac-c0af
  N 8492: c0b0-c0b3
  D 9150 9847: c0b4-c0b5
  N! 9189: c100-c102
  N! 9367: c103-c106
  Y 7905: cca8-ccaa ccac-ccad
  N 7905: ccab ccae
  Y 8442: d001-d002 d005
  N 8442: d003
`;

export interface Reference {
  /** Undefined: not an RFC, but what `title` says. */
  readonly rfc: number | undefined;
  readonly title: string;
}

export interface RegisteredSuite {
  readonly code: number;
  readonly name: string;
  readonly recommended: 'yes' | 'no' | 'discouraged';
  readonly dtls: boolean;
  readonly references: readonly Reference[];
}

/** Not suites: a client says something with them, RFC 5746 and RFC 7507. */
export const signallingValues: readonly number[] = [0x00ff, 0x5600];

/** The whole registry in the order of its codes, GREASE left out. */
export function registeredSuites(): readonly RegisteredSuite[] {
  registry ??= read();
  return registry;
}

let registry: readonly RegisteredSuite[] | undefined;

const marks = { Y: 'yes', N: 'no', D: 'discouraged' } as const;

function read(): readonly RegisteredSuite[] {
  const names = allSuites();
  const suites: RegisteredSuite[] = [];
  for (const line of table.trim().split(/\n {2}(?! )/)) {
    const [, mark = 'N', no = '', sources = '', ranges = ''] =
      /^([YND])(!?) ([^:]+): ([^]+)$/.exec(line.trim()) ?? [];
    const rest = {
      recommended: marks[mark as keyof typeof marks],
      dtls: no === '',
      references: sources.split(' ').map(reference),
    };
    for (const range of ranges.split(/\s+/)) {
      const [from = 0, to = from] = range.split('-').map((code) => Number.parseInt(code, 16));
      for (const [code, name] of names) if (code >= from && code <= to) suites.push({ code, name, ...rest });
    }
  }
  return suites.toSorted((a, b) => a.code - b.code);
}

function reference(text: string): Reference {
  return /^\d+$/.test(text)
    ? { rfc: Number(text), title: `RFC ${text}` }
    : { rfc: undefined, title: text.replace('SP800', 'NIST SP 800').replace('IESG-', 'IESG ') };
}
