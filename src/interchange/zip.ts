/**
 * ZIP archives, stored: a kit of small text files gains little from compression, and less than it would cost in
 * code. PKWARE APPNOTE 6.3.10 §4.3; names are UTF-8 (general purpose bit 11).
 */
import { concat, utf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';

export interface ZipFile {
  /** With forward slashes. */
  readonly name: string;
  readonly content: Bytes | string;
  /** For scripts: unpacked with permission to run. */
  readonly executable?: boolean;
}

/** `time`: what all files are dated, milliseconds since 1970 UTC; dates of ZIP begin in 1980. */
export function writeZip(files: readonly ZipFile[], time: number): Bytes {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const file of files) {
    const name = utf8(file.name);
    const content = typeof file.content === 'string' ? utf8(file.content) : file.content;
    // Version needed, flags, method 0, time, CRC, both sizes, lengths of name and extra field.
    const shared = concat(
      u16(20),
      u16(0x0800),
      u16(0),
      dosTime(time),
      u32(crc32(content)),
      u32(content.length),
      u32(content.length),
      u16(name.length),
      u16(0),
    );
    parts.push(concat(u32(0x0403_4b50), shared, name), content);
    const mode = file.executable === true ? 0o100755 : 0o100644;
    directory.push(
      // Made on Unix, so that the permissions count.
      concat(u32(0x0201_4b50), u16((3 << 8) | 20), shared, u16(0), u16(0), u16(0)),
      concat(u32((mode << 16) >>> 0), u32(offset), name),
    );
    offset += 4 + shared.length + name.length + content.length;
  }
  const list = concat(...directory);
  const count = u16(files.length);
  const end = concat(u32(0x0605_4b50), u16(0), u16(0), count, count, u32(list.length), u32(offset), u16(0));
  return concat(...parts, list, end);
}

/** Two seconds are the smallest step. */
function dosTime(time: number): Bytes {
  const date = new Date(Math.max(time, Date.UTC(1980, 0, 1)));
  const clock = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return concat(u16(clock), u16(day));
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffff_ffff) >>> 0;
}

function u16(value: number): Bytes {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
}

function u32(value: number): Bytes {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}
