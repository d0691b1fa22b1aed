"""A plan in few words is read aloud by a voice on the device and by no other: a voice of
somebody's server would be sent the words."""

import pytest
from playwright.sync_api import expect

from tests.care import add_care

VOICES = """() => {
  const voices = %s, said = window.said = [];
  class Words { constructor(text) { this.text = text; } }
  window.SpeechSynthesisUtterance = Words;
  Object.defineProperty(window, "speechSynthesis", {value: {
    speaking: false, getVoices: () => voices, addEventListener() {},
    speak(words) { said.push([words.voice.name, words.text]); this.speaking = true; },
    cancel() { this.speaking = false; },
  }});
}"""
FAR = '{name: "ver", lang: "nl-NL", localService: false}'
OTHER = '{name: "anders", lang: "en-GB", localService: true}'
HERE = '{name: "hier", lang: "nl-NL", localService: true}'


@pytest.fixture
def few_words(people, world):
    add_care(world)

    def open_page(*voices):
        page = people.page(world.carla)
        page.add_init_script(f"({VOICES % ('[' + ', '.join(voices) + ']')})()")
        page.goto("/plan/")
        page.click("text=Liever minder woorden")
        page.wait_for_load_state()
        return page

    return open_page


def test_only_a_voice_on_the_device_reads(few_words):
    page = few_words(FAR, OTHER)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-voorlezen-knop]")).to_be_hidden()
    page = few_words(FAR, OTHER, HERE)
    button = page.locator("[data-voorlezen-knop] button")
    expect(button).to_have_text("Lees voor")
    button.click()
    [[voice, words]] = page.evaluate("window.said")
    assert voice == "hier"
    assert words.startswith("Dag Carla. Dit plan is van jou.")
    assert "Hoe gaat het?" in words
    expect(button).to_have_text("Stop")
    button.click()
    expect(button).to_have_text("Lees voor")
