// Reads the page aloud, with a voice that is on the device itself: no word of a plan goes to
// somebody's server. Without such a voice, or without a script, the button is not there.
(() => {
  "use strict";
  const area = document.querySelector("[data-voorlezen]");
  const holder = document.querySelector("[data-voorlezen-knop]");
  const speech = window.speechSynthesis;
  if (!area || !holder || !speech) return;
  const button = holder.querySelector("button");
  const localVoice = () => {
    const voices = speech.getVoices().filter((one) => one.localService && one.lang.toLowerCase().startsWith("nl"));
    return voices[0];
  };
  const offer = () => { holder.hidden = !localVoice(); };
  const show = (reading) => {
    button.querySelector("[data-lees]").hidden = reading;
    button.querySelector("[data-stop]").hidden = !reading;
  };
  button.addEventListener("click", () => {
    if (speech.speaking) { speech.cancel(); show(false); return; }
    const words = [...area.querySelectorAll("h1, .lead, b")].map((one) => one.textContent.trim());
    const text = new SpeechSynthesisUtterance(words.join(". "));
    text.voice = localVoice();
    text.lang = "nl-NL";
    text.onend = () => show(false);
    speech.speak(text);
    show(true);
  });
  window.addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener?.("voiceschanged", offer);
  offer();
})();
