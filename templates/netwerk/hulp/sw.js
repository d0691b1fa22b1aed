// Keeps the pages of "Hulp nu" for when there is no connection. It stands in /hulp-nu/ and so
// reaches no page outside. What it keeps it asks for without cookies: the page as a visitor
// sees it, whoever is logged in. Quick exit and logging out leave nothing private behind.
"use strict";
const SCOPE = "{% url "hulp_nu" %}";
const PAGES = "hulp-nu-paginas";
const LOOK = [{% for url in vorm %}"{{ url|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const SHELL = "hulp-nu-vorm-{{ versie }}";
const EMPTY = "{{ leeg|escapejs }}";
const STYLE = /"(\/stijl\/[-\w.]+)"/g; // the sheet and the logo of a region, as a page names them
const MARK = 'data-kopie="nee"'; // in our own page, not in the login page of a Wi-Fi
const KEPT = 'data-kopie="ja"';
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'";
const PATIENCE_MS = 4000;

const html = (text, policy) => new Response(text, {
  headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy || POLICY },
});

// The address under which a page is kept: with its language, without anything else.
const keyOf = (url) => {
  const language = /^[?]taal=[a-z]{2}$/.test(url.search) ? url.search : "";
  return url.pathname + language;
};
const isPage = (url) => url.origin === location.origin && /^(?:[-\w]+\/)?$/.test(url.pathname.slice(SCOPE.length)) && url.pathname.startsWith(SCOPE);

async function keep(key) {
  const answer = await fetch(key, { credentials: "omit", redirect: "error", cache: "no-store" });
  const pages = await caches.open(PAGES);
  if (answer.status === 404 || answer.status === 410) await pages.delete(key);
  if (!answer.ok) return false;
  const text = await answer.text();
  if (!text.includes(MARK)) return false;
  const policy = answer.headers.get("Content-Security-Policy");
  await pages.put(key, html(text, policy));
  const shell = await caches.open(SHELL);
  await Promise.all([...text.matchAll(STYLE)].map(([, path]) => shell.add(path).catch(() => null)));
  // the region somebody looked at is also what "Hulp nu" in the menu opens
  if (!key.startsWith(SCOPE + "?") && key !== SCOPE) await pages.put(SCOPE, html(text, policy));
  return true;
}

async function keepLook() {
  const shell = await caches.open(SHELL);
  await Promise.all(LOOK.map((url) => shell.add(url).catch(() => null)));
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepLook().then(() => self.skipWaiting()));
});

// A new look: the pages are fetched again, and only then the old look goes.
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    await self.clients.claim();
    const pages = await caches.open(PAGES);
    const keys = (await pages.keys()).map((request) => keyOf(new URL(request.url)));
    try {
      await Promise.all(keys.map(keep));
    } catch {
      return;
    }
    const old = (await caches.keys()).filter((name) => name.startsWith("hulp-nu-vorm-") && name !== SHELL);
    await Promise.all(old.map((name) => caches.delete(name)));
  })());
});

self.addEventListener("message", (event) => {
  const url = new URL(event.data?.bewaar ?? "/", location.origin);
  if (!isPage(url)) return;
  event.waitUntil(Promise.all([keep(keyOf(url)), keepLook()])
    .then(([kept]) => kept && event.source?.postMessage({ bewaard: true }))
    .catch(() => null));
});

async function page(event, url) {
  const pages = await caches.open(PAGES);
  const kept = (await pages.match(keyOf(url))) ?? (await pages.match(url.pathname));
  const fresh = fetch(event.request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  try {
    const answer = await (kept ? Promise.race([fresh, late]) : fresh);
    if (answer && (answer.status < 500 || !kept)) return answer;
  } catch {
    // no connection
  }
  fresh.catch(() => null);
  if (!kept) return html(EMPTY);
  const text = await kept.text();
  return html(text.replace(MARK, KEPT), kept.headers.get("Content-Security-Policy"));
}

async function look(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      const shell = await caches.open(SHELL);
      await shell.put(request, answer.clone());
    }
    return answer;
  } catch (error) {
    const kept = await caches.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && isPage(url)) event.respondWith(page(event, url));
  else if (LOOK.includes(url.pathname) || url.pathname.startsWith("/stijl/")) event.respondWith(look(request));
});
