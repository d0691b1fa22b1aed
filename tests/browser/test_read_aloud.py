"""A plan in few words is read aloud by a voice on the device and by no other: a voice of
somebody's server would be sent the words."""

from playwright.sync_api import expect

from tests.care import add_care

# a device with two voices: one of a server, one of another language
VOICES = """
const voices = [{name: "ver", lang: "nl-NL", localService: false},
                {name: "anders", lang: "en-GB", localService: true}];
window.said = [];
window.install = (voice) => { voices.push(voice); window.changed?.(); };
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {value: {
  speaking: false, getVoices: () => voices,
  addEventListener(_, listener) { window.changed = listener; },
  speak(words) { window.said.push([words.voice.name, words.text]); this.speaking = true; },
  cancel() { this.speaking = false; },
}});
"""


def test_only_a_voice_on_the_device_reads(people, world):
    add_care(world)
    page = people.page(world.carla)
    page.add_init_script(VOICES)
    page.goto("/plan/")
    page.click("text=Liever minder woorden")
    button = page.locator("[data-voorlezen-knop] button")
    expect(page.locator("h1")).to_have_text("Dag Carla")
    expect(button).to_be_hidden()
    page.evaluate("install({name: 'hier', lang: 'nl-NL', localService: true})")
    button.click()
    [[voice, words]] = page.evaluate("window.said")
    assert voice == "hier"
    assert words.startswith("Dag Carla. Dit plan is van jou.")
    assert "Hoe gaat het?" in words
    expect(button.locator("[data-stop]")).to_be_visible()
    button.click()
    expect(button.locator("[data-lees]")).to_be_visible()
    assert page.evaluate("speechSynthesis.speaking") is False
