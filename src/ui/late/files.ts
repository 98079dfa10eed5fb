/**
 * How a chunk is loaded, in the place of Vite's own helper (vite.config.ts): its files first, each asked for twice if
 * need be, then the import. Browsers let a module that failed be asked for again since the HTML Standard allows it
 * (whatwg/html#10327); in older ones only a reload helps. A failed rel=preload would be kept by all of them.
 */
import { NotArrived } from './arrival.ts';

/** Before a file is asked for a second time. */
const pause = 1_000;

const arrivals = new Map<string, Promise<void>>();
for (const { src, href } of document.querySelectorAll<HTMLScriptElement & HTMLLinkElement>('script,link'))
  arrivals.set(src || href, Promise.resolve());

/** Imports once its own file and all that it imports are here; `files` are relative to `importer`. */
export async function withFiles<T>(
  load: () => Promise<T>,
  files: readonly string[],
  importer: string,
): Promise<T> {
  await Promise.all(files.map((file) => arrival(new URL(file, importer).href)));
  return load();
}

/** The same promise for all who need the file, until it fails. */
function arrival(address: string): Promise<void> {
  let coming = arrivals.get(address);
  if (coming) return coming;
  coming = ask(address)
    .catch(() => new Promise((resolve) => setTimeout(resolve, pause)).then(() => ask(address)))
    .catch((reason: unknown) => {
      arrivals.delete(address);
      throw reason;
    });
  arrivals.set(address, coming);
  return coming;
}

function ask(address: string): Promise<void> {
  const link = document.createElement('link');
  const isStyle = address.endsWith('.css');
  // Where this is not known no event would ever come: the import itself asks then.
  if (!isStyle && !link.relList.supports('modulepreload')) return Promise.resolve();
  link.rel = isStyle ? 'stylesheet' : 'modulepreload';
  link.crossOrigin = '';
  link.href = address;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new NotArrived(address));
    });
    document.head.append(link);
  });
}
