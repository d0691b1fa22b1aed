// Answers save themselves through htmx; this only says so at the right moment, and makes
// a choice empty without leaving the page. Without this file the forms still post.
(() => {
  "use strict";
  const line = document.getElementById("bewaard");
  const failed = new Set();
  const show = (id) => line.replaceChildren(document.getElementById(id).content.cloneNode(true));

  // Said when an answer is on its way, not only when it has arrived.
  document.addEventListener("htmx:beforeSend", () => show("bezig"));
  document.addEventListener("htmx:afterOnLoad", (event) => failed.delete(event.detail.elt));
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(name, (event) => {
      failed.add(event.detail.elt);
      show("niet-bewaard");
    });
  }

  document.addEventListener("change", (event) => {
    const wis = event.target.closest("[data-bewaart]")?.querySelector("[data-wis]");
    if (wis) wis.hidden = !event.target.closest("[data-bewaart]").querySelector("input:checked");
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-opnieuw]")) {
      const again = [...failed];
      failed.clear();
      for (const element of again) htmx.trigger(element, "opnieuw");
    }
    const wis = event.target.closest("[data-wis]");
    if (!wis) return;
    event.preventDefault();
    const box = wis.closest("[data-bewaart]");
    for (const radio of box.querySelectorAll("input:checked")) radio.checked = false;
    box.querySelector("input[type=radio]").focus();
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
