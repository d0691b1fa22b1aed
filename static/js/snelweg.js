// The quick exit. Runs before the page is drawn, so that Back shows nothing of it.
// Without JavaScript the link goes to the same place, and Back still works: the page says so.
(() => {
  "use strict";
  const { naar, adres } = document.currentScript.dataset;
  const FLAG = "snelweg";
  const TITLE = "Nieuw tabblad";

  const flag = (value) => {
    try {
      if (value === undefined) return sessionStorage.getItem(FLAG);
      return value ? sessionStorage.setItem(FLAG, value) : sessionStorage.removeItem(FLAG);
    } catch {
      return null; // no storage: the page itself still goes
    }
  };

  // First nothing to see, then nothing to come back to, then away; also on a slow line.
  const leave = () => {
    document.title = TITLE;
    document.documentElement.hidden = true;
    document.body?.replaceChildren();
    document.querySelector("link[rel~=icon]")?.remove();
    history.replaceState(null, "", adres);
    location.replace(naar);
  };

  const goneBefore = () => flag() === "1";
  const came = performance.getEntriesByType("navigation")[0]?.type;
  if (came === "navigate") flag(""); // somebody who comes back on purpose is welcome
  if (goneBefore()) leave(); // Back, forward, or a tab that was opened again
  addEventListener("pageshow", (event) => {
    if (event.persisted && goneBefore()) leave();
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-snel-weg]")) return;
    event.preventDefault();
    flag("1");
    leave();
  });
})();
