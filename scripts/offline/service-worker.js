/**
 * Keeps the site for use without a network. The build puts the list of its files in; nothing else is ever
 * fetched or stored. A new version waits until the page asks it to take over, so that no running
 * demonstration changes under a trainer's hands.
 */
/** The build writes both. @type {{ readonly version: string, readonly files: readonly string[] }} */
const build = { version: 'VERSION', files: ['FILES'] };
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const prefix = 'handshake-lab-';
const name = prefix + build.version;

worker.addEventListener('install', (event) => {
  event.waitUntil(keep());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return;
  event.respondWith(answer(request));
});

/** All files or none: a half-filled store would break the page the next time. */
async function keep() {
  const store = await caches.open(name);
  await store.addAll(build.files.map((file) => new Request(file, { cache: 'no-cache' })));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((other) => other.startsWith(prefix) && other !== name).map((other) => caches.delete(other)),
  );
}

/** @param {Request} request */
async function answer(request) {
  const store = await caches.open(name);
  const kept = await store.match(request.mode === 'navigate' ? './' : request, { ignoreSearch: true });
  // An older page may still ask for a file of its own version.
  return kept ?? (await caches.match(request)) ?? fetch(request);
}
