/** Files that are packed with gzip, as captures often are. */

/** More than fits was inside. */
export const tooLarge = Symbol('too large');

/**
 * The content, at most `limit` bytes: a small file can unpack to more than a page can hold. What is damaged or cut
 * yields what was readable before that place; undefined if nothing was.
 */
export async function unpackGzip(
  file: Blob,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | typeof tooLarge | undefined> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > limit) {
        await reader.cancel();
        return tooLarge;
      }
      parts.push(next.value);
    }
  } catch {
    // Broken from here on.
  }
  return size === 0 ? undefined : new Uint8Array(await new Blob(parts).arrayBuffer());
}
