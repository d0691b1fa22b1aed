// "Hulp nu" without a connection: the service worker keeps this page, and the page says so.
(() => {
  "use strict";
  const { sw } = document.currentScript.dataset;
  // Two taps from here: a crisiskaart that its owner put on this phone.
  try {
    if (localStorage.getItem("crisiskaart")) document.querySelector("[data-mijn-kaart]")?.removeAttribute("hidden");
  } catch {
    // no storage: nothing was kept
  }
  if (!("serviceWorker" in navigator)) return;
  const isKept = document.querySelector('[data-kopie="ja"]') !== null;

  navigator.serviceWorker.addEventListener("message", (event) => {
    if (event.data?.bewaard) document.querySelector("[data-bewaard]")?.removeAttribute("hidden");
  });
  // What is shown may be old: as soon as there is a connection, the new one. A phone says
  // "online" a moment before anything gets through.
  if (isKept) addEventListener("online", () => setTimeout(() => location.reload(), 2000));

  navigator.serviceWorker
    .register(sw)
    .then(() => navigator.serviceWorker.ready)
    .then((worker) => {
      if (!isKept) worker.active.postMessage({ bewaar: location.pathname + location.search });
    })
    .catch(() => null); // private windows have none: the page itself works
})();
