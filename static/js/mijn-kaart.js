// The crisiskaart on this phone: put there on purpose, locked with a code of the client's own,
// readable without a connection. Two pages use this: where it is put there, and where it is read.
(() => {
  "use strict";
  const KEY = "crisiskaart";
  const ROUNDS = 600000;
  const { sw, hulp } = document.currentScript.dataset;

  const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const find = (name, root = document) => root.querySelector(`[data-${name}]`);
  const show = (name, shown = true) => {
    const part = find(name);
    if (part) part.hidden = !shown;
  };
  const say = (name, word) => {
    for (const part of document.querySelectorAll(`[data-${name}]`)) part.hidden = part.dataset[name] !== word;
  };

  async function lock(code, salt) {
    const typed = new TextEncoder().encode(code.trim());
    const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
    return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  }

  async function keep(card, code) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(card.kaart));
    const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await lock(code, salt), text);
    const kept = { salt: base64(salt), iv: base64(iv), box: base64(box), tot: card.tot, woord: card.woord };
    localStorage.setItem(KEY, JSON.stringify(kept));
  }

  async function open(kept, code) {
    const key = await lock(code, bytes(kept.salt));
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(kept.iv) }, key, bytes(kept.box));
    return JSON.parse(new TextDecoder().decode(text));
  }

  const forget = () => localStorage.removeItem(KEY);
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY) || "null");
    } catch {
      return null;
    }
  };
  const today = () => new Date().toLocaleDateString("sv-SE"); // 2026-11-28, by the clock of the phone

  // The page of the card, and with it "Hulp nu", for when there is no connection.
  async function withoutConnection() {
    const [own] = await Promise.all([
      navigator.serviceWorker.register(sw),
      navigator.serviceWorker.register(`${hulp}sw.js`).catch(() => null),
    ]);
    await new Promise((resolve, reject) => {
      const worker = own.installing || own.waiting || own.active;
      const ready = () => {
        if (worker.state === "activated") resolve();
        if (worker.state === "redundant") reject(new Error("later")); // the page did not come
      };
      worker.addEventListener("statechange", ready);
      ready();
    });
    const help = await navigator.serviceWorker.getRegistration(hulp);
    const keeper = help?.active || help?.waiting || help?.installing;
    keeper?.postMessage({ bewaar: hulp });
  }

  // --- where it is put on the phone
  const put = document.querySelector("form[data-zet]");
  const here = (there) => {
    show("staat", there);
    show("staat-niet", !there);
  };
  async function place(event) {
    event.preventDefault();
    const { code, nog, eigen } = put.elements;
    if (!eigen.checked) return say("fout", "eigen");
    if (code.value.trim().length < 6) return say("fout", "kort");
    if (code.value !== nog.value) return say("fout", "anders");
    say("fout", "");
    const button = put.querySelector("button[type=submit]");
    button.disabled = true;
    try {
      await withoutConnection();
      const answer = await fetch(put.action, { method: "POST", body: new FormData(put), redirect: "error" });
      if (answer.status === 409) return say("fout", "oud");
      if (!answer.ok) throw new Error("later");
      await keep(await answer.json(), code.value);
      put.reset();
      here(true);
      find("staat").focus();
    } catch {
      say("fout", "later");
    } finally {
      button.disabled = false;
    }
  }
  if (put) {
    const able = "serviceWorker" in navigator && "subtle" in (globalThis.crypto || {});
    show("zonder-script", !able);
    if (able) {
      here(read() !== null);
      put.addEventListener("submit", place);
      find("haal-weg").addEventListener("click", () => {
        forget();
        here(false);
      });
    }
  }

  // --- where it is read
  const row = (name, fill) => {
    const made = find(name).content.cloneNode(true);
    fill(made);
    return made;
  };
  const text = (root, name, words) => {
    const part = find(name, root);
    part.textContent = words;
    part.hidden = !words;
  };
  function draw(card) {
    text(document, "naam", card.naam);
    card.bellen.forEach((one, at) => {
      find("bellen").append(row("beller", (made) => {
        made.querySelector("a").href = one.href;
        text(made, "nr", String(at + 1));
        text(made, "wie", one.wie);
        text(made, "toon", one.toon);
        text(made, "wanneer", one.wanneer);
      }));
    });
    for (const list of document.querySelectorAll("[data-lijst]")) {
      const points = card[list.dataset.lijst] || [];
      list.hidden = points.length === 0;
      for (const point of points) list.lastElementChild.append(row("punt", (made) => text(made, "tekst", point)));
    }
    show("slot", false);
    show("kaart");
    find("kaart").focus();
  }
  async function mayStay(kept) {
    try {
      const answer = await fetch(`stand/${encodeURIComponent(kept.woord)}/`, { credentials: "omit", redirect: "error", cache: "no-store" });
      return answer.status !== 410;
    } catch {
      return true; // no connection: that is what it is for
    }
  }
  async function start(slot) {
    show("zonder-script", false);
    show("offline", !navigator.onLine);
    const kept = read();
    if (kept === null) return say("geen", "leeg");
    if (kept.tot < today()) {
      forget();
      return say("geen", "oud");
    }
    show("slot");
    slot.elements.code.focus();
    if (!(await mayStay(kept))) {
      forget();
      show("slot", false);
      show("kaart", false);
      say("geen", "ingetrokken");
    }
  }
  const slot = document.querySelector("form[data-slot]");
  if (slot) {
    start(slot);
    slot.addEventListener("submit", async (event) => {
      event.preventDefault();
      const kept = read();
      try {
        draw(await open(kept, slot.elements.code.value));
        slot.reset();
      } catch {
        show("verkeerd");
        slot.elements.code.select();
      }
    });
    navigator.serviceWorker?.register(sw).catch(() => null);
  }
})();
