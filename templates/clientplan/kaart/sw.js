// Keeps the page of the crisiskaart for when there is no connection. It stands in its own folder
// and reaches no other page. The page holds nothing of anybody: the card itself lies locked in
// the storage of this phone. Asked for without cookies, as a visitor sees it.
"use strict";
const PAGE = "{% url "mijn_kaart" %}";
const LOOK = [{% for url in vorm %}"{{ url|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const CACHE = "mijn-kaart-{{ versie }}";
const MARK = 'data-mijn-kaart'; // our own page, not the login page of a Wi-Fi
const PATIENCE_MS = 3000;

async function keep() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(PAGE, { credentials: "omit", redirect: "error", cache: "no-store" });
  if (!answer.ok || !(await answer.clone().text()).includes(MARK)) throw new Error("not our page");
  await cache.put(PAGE, answer);
  await Promise.all(LOOK.map((url) => cache.add(url).catch(() => null)));
}

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith("mijn-kaart-") && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

async function page(request) {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  if (!kept) return fetch(request);
  const fresh = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  try {
    const answer = await Promise.race([fresh, late]);
    if (answer?.ok) return answer;
  } catch {
    // no connection
  }
  fresh.catch(() => null);
  return kept;
}

async function look(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && url.pathname === PAGE) event.respondWith(page(request));
  else if (LOOK.includes(url.pathname)) event.respondWith(look(request));
});
