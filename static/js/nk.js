// Small helps on top of pages that work without them. No library, nothing inline.
(() => {
  "use strict";

  // After a failed post: to the list of what is still wrong.
  const toErrors = (root) => root.querySelector(".error-summary")?.focus();

  // A screen reader only says what comes into a status region: put what the server
  // already wrote there in it once more.
  const sayAgain = (region) => {
    if (region?.childElementCount) setTimeout(() => region.append(...region.childNodes), 200);
  };

  document.addEventListener("DOMContentLoaded", () => {
    toErrors(document);
    sayAgain(document.getElementById("meldingen"));
    // Printing needs a script: the button is not there without one.
    for (const button of document.querySelectorAll("[data-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    }
  });
  // Logging out takes the crisiskaart off this device.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches?.("[data-vergeet-kaart]")) return;
    try {
      localStorage.removeItem("crisiskaart");
    } catch {
      // no storage: nothing was kept
    }
  });
  // Where the thing with the focus went away with the part that was replaced (a filter in a
  // sheet that closed): to the answer.
  const catchFocus = (root) => {
    if (document.activeElement === document.body) root.querySelector("[data-vangt-focus]")?.focus();
  };
  document.addEventListener("htmx:afterSettle", (event) => {
    toErrors(event.target);
    catchFocus(event.target);
  });
})();
