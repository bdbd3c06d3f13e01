// @ts-check
/// <reference lib="webworker" />

/**
 * Keeps the pages of modules that were opened readable without a connection, and videos that the learner chose to keep.
 * Pages come from the network when there is one, so that nobody reads yesterday's; nothing personal is ever kept.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** `keptVideo.client.ts` writes the second. */
const stores = { pages: 'oppihetki-pages', videos: 'oppihetki-videos' };
/** How long a page that is kept waits for the network, in milliseconds. */
const patience = 4000;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep).catch(() => undefined));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, pathname));
  else if (pathname.endsWith('.mp4')) event.respondWith(video(request, pathname));
  else if (/^\/(?:_astro|videos)\/|^\/favicon/.test(pathname)) event.respondWith(file(request));
});

/**
 * Fetches pages and what they show, and keeps them. After a new build everything kept is fetched anew.
 * @param {readonly string[]} pages paths of this site's static pages
 */
async function keep(pages) {
  const cache = await caches.open(stores.pages);
  const before = await (await cache.match('/offline.json'))?.json();
  const response = await fetch('/offline.json', { cache: 'no-cache' });
  if (!response.ok) return;
  const list = await response.clone().json();
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const stale = before && before.build !== list.build ? kept.filter((path) => path.endsWith('/')) : [];
  const pictures = await Promise.all([...new Set([...pages, ...stale])].map((path) => keepPage(cache, path)));
  const files = new Set([...list.files, ...pictures.flat()]);
  await Promise.all([...files].filter((path) => !kept.includes(path)).map((path) => cache.add(path)));
  const gone = kept.filter((path) => path.startsWith('/_astro/') && !files.has(path));
  await Promise.all(gone.map((path) => cache.delete(path)));
  await cache.put('/offline.json', response);
}

/**
 * @param {Cache} cache
 * @param {string} path
 * @returns {Promise<string[]>} the pictures and captions that the page shows
 */
async function keepPage(cache, path) {
  const response = await fetch(path, { cache: 'no-cache', credentials: 'same-origin' });
  if (!response.ok || response.redirected || /no-store/.test(response.headers.get('cache-control') ?? '')) return [];
  const text = await response.clone().text();
  await cache.put(path, response);
  return [...text.matchAll(/"(\/videos\/[^"]+\.(?:vtt|webp))"/g)].map((match) => match[1] ?? '');
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function page(request, path) {
  const kept = await caches.match(path, { cacheName: stores.pages });
  try {
    const fetched = fetch(request);
    if (!kept) return await fetched;
    return (await Promise.race([fetched, later()])) ?? kept;
  } catch {
    const lang = /^\/(fi|sv|en)\//.exec(path)?.[1] ?? 'fi';
    return kept ?? (await caches.match(`/${lang}/offline/`, { cacheName: stores.pages })) ?? Response.error();
  }
}

/** @returns {Promise<null>} */
function later() {
  return new Promise((resolve) => setTimeout(() => resolve(null), patience));
}

/** @param {Request} request whose file carries a hash in its name, or never changes */
async function file(request) {
  return (await caches.match(request, { cacheName: stores.pages })) ?? fetch(request);
}

/**
 * A kept video in the parts that the player asks for (RFC 9110 14).
 * @param {Request} request
 * @param {string} path
 */
async function video(request, path) {
  const kept = await caches.match(path, { cacheName: stores.videos });
  if (!kept) return fetch(request);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  if (!range) return kept;
  const whole = await kept.blob();
  const first = Number(range[1]);
  const last = Math.min(range[2] ? Number(range[2]) : whole.size - 1, whole.size - 1);
  const headers = { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' };
  if (first > last) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${whole.size}` } });
  return new Response(whole.slice(first, last + 1), {
    status: 206,
    headers: {
      ...headers,
      'content-range': `bytes ${first}-${last}/${whole.size}`,
      'content-length': String(last - first + 1),
    },
  });
}
