/** Files that are packed with gzip, as captures often are. */

/** More than fits was inside. */
export const tooLarge = Symbol('too large');

type Unpacked = Uint8Array<ArrayBuffer> | typeof tooLarge | undefined;

/**
 * The content, at most `limit` bytes: a small file can unpack to more than a page can hold. A file may have several
 * members, RFC 1952 §2.2, whose contents follow each other. What is damaged or cut yields what was readable before
 * that place; undefined if nothing was.
 */
export async function unpackGzip(file: Blob, limit: number): Promise<Unpacked> {
  const ends = [...membersIn(new Uint8Array(await file.arrayBuffer())), file.size];
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let at = 0;
  let guesses = 0;
  for (let i = 0; i < ends.length; i++) {
    // What looks like the next member may be a part of this one; then this one is not whole yet.
    const { whole, ...member } = await unpackMember(file.slice(at, ends[i]), limit - size);
    if (member.size > limit - size) return tooLarge;
    if (!whole && i + 1 < ends.length) {
      // A file of nothing but beginnings would be read over and over.
      if (++guesses === mostGuesses) i = ends.length - 2;
      continue;
    }
    parts.push(...member.parts);
    size += member.size;
    at = ends[i] ?? at;
  }
  return size === 0 ? undefined : new Uint8Array(await new Blob(parts).arrayBuffer());
}

const mostGuesses = 16;

/** Where a member may begin, but for the first: RFC 1952 §2.3. */
function* membersIn(bytes: Uint8Array): Generator<number> {
  for (let at = bytes.indexOf(0x1f, 1); at > 0; at = bytes.indexOf(0x1f, at + 1)) {
    const [, second, method, flags = 0xff] = bytes.subarray(at, at + 4);
    if (second === 0x8b && method === 8 && flags < 0x20) yield at;
  }
}

interface Member {
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  readonly size: number;
  /** To its checksum, with nothing behind it. */
  readonly whole: boolean;
}

/** Given up once it is larger than `limit`. */
async function unpackMember(file: Blob, limit: number): Promise<Member> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > limit) {
        await reader.cancel();
        return { parts: [], size, whole: false };
      }
      parts.push(next.value);
    }
  } catch {
    // Broken from here on.
    return { parts, size, whole: false };
  }
  return { parts, size, whole: true };
}
