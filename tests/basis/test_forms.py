"""A form says what is wrong in plain Dutch, keeps what was typed, and is heard as well."""

import html

from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django.utils.safestring import SafeString

import pytest
from hypothesis import given, strategies as st
from lxml import html as lxml_html

from basis.forms import CONTROLS, NkForm, Tiles, with_hint, without_controls


class VoorbeeldForm(NkForm):
    naam = forms.CharField(
        label="Naam", max_length=10, help_text="Zoals je wilt heten."
    )
    mail = forms.EmailField(label="E-mailadres")
    rol = forms.ChoiceField(
        label="Wat wordt de rol?",
        widget=Tiles("two"),
        choices=[("p", with_hint("Professional", "In de <regio>")), ("n", "Naaste")],
    )
    kaarten = forms.MultipleChoiceField(
        label="Welke kaarten?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("1", "Visie"), ("2", "De mens centraal")],
    )
    tot = forms.DateField(label="Tot wanneer?", required=False)
    akkoord = forms.BooleanField(label="Ik weet dit zeker")
    geheim = forms.CharField(widget=forms.HiddenInput, required=False)


def page(form: forms.Form) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(f"<form>{form}</form>")


def one(root: lxml_html.HtmlElement, path: str) -> lxml_html.HtmlElement:
    found = root.xpath(path)
    assert len(found) == 1, f"{path}: {len(found)}"
    return found[0]


def wrong(**data: str) -> VoorbeeldForm:
    return VoorbeeldForm({"naam": "veel te lange naam", "mail": "bij ons", **data})


def test_a_field_is_label_hint_error_control_in_that_order():
    field = one(page(wrong()), "//input[@name='naam']/..")
    kinds = [(node.tag, node.get("class")) for node in field]
    assert kinds == [
        ("label", None),
        ("div", "hint"),
        ("div", "errors"),
        ("input", None),
    ]


def test_hint_and_error_belong_to_their_control():
    root = page(wrong())
    control = one(root, "//input[@name='naam']")
    assert control.get("aria-invalid") == "true"
    said = [
        one(root, f"//*[@id='{i}']") for i in control.get("aria-describedby").split()
    ]
    assert "Zoals je wilt heten." in said[0].text_content()
    assert (
        "Dit is te lang. Er passen 10 tekens in, nu zijn het er 18."
        in said[1].text_content()
    )


def test_a_group_of_choices_has_one_legend_and_carries_its_error():
    root = page(wrong())
    group = one(root, "//fieldset[legend[starts-with(., 'Wat wordt de rol?')]]")
    said = one(root, f"//*[@id='{group.get('aria-describedby')}']")
    assert "Maak een keuze." in said.text_content()
    assert len(group.xpath(".//label[@class='tile']/input[@type='radio']")) == 2
    assert one(group, ".//div[@class='tiles two']") is not None


@pytest.mark.parametrize("start", [None, ""])
def test_a_choice_of_nothing_has_an_empty_value_and_not_none(start):
    """A radio without a value is sent as "on"."""

    class Keuze(NkForm):
        zelf = forms.ChoiceField(
            choices=[("ja", "Ja"), ("", "Weet ik niet")], widget=Tiles(), initial=start
        )

    radios = page(Keuze()).xpath("//input[@type='radio']")
    assert [radio.get("value") for radio in radios] == ["ja", ""]
    assert [radio.get("checked") is not None for radio in radios] == [False, True]


def test_the_second_line_of_a_choice_is_escaped():
    small = one(page(VoorbeeldForm()), "//label[@class='tile']//small")
    assert small.text == "In de <regio>"


def test_what_is_optional_says_so_and_the_rest_does_not():
    root = page(VoorbeeldForm())
    optional = root.xpath("//*[small[.='(mag, hoeft niet)']]")
    assert [o.text.strip() for o in optional] == ["Tot wanneer?"]


def test_a_form_in_which_nothing_has_to_says_nothing_about_it():
    class Zoek(NkForm):
        says_what_is_optional = False
        q = forms.CharField(label="Zoek", required=False)

    assert "hoeft niet" not in str(Zoek())


def test_a_label_has_no_colon():
    assert (
        one(page(VoorbeeldForm()), "//label[@for='id_naam']").text_content() == "Naam"
    )


def test_the_summary_is_heard_at_once_and_leads_to_each_field():
    root = page(wrong())
    summary = one(root, "//*[@role='alert']")
    assert summary.get("tabindex") == "-1"
    links = summary.xpath(".//a")
    assert [a.text_content() for a in links] == [
        "Naam: Dit is te lang. Er passen 10 tekens in, nu zijn het er 18.",
        "E-mailadres: Vul een e-mailadres in met een @. Bijvoorbeeld naam@voorbeeld.nl.",
        "Wat wordt de rol? Maak een keuze.",
        "Welke kaarten? Maak een keuze.",
        "Ik weet dit zeker: Zet hier een vinkje.",
    ]
    for link in links:
        target = one(root, f"//*[@id='{link.get('href')[1:]}']")
        assert target.tag in {"input", "select", "textarea"}


def test_a_fault_of_the_whole_form_stands_in_the_summary_without_a_link():
    form = VoorbeeldForm({})
    form.add_error(None, "Deze ronde is al dicht.")
    items = one(page(form), "//*[@role='alert']").xpath(".//li[not(a)]")
    assert [i.text_content() for i in items] == ["Deze ronde is al dicht."]


def test_a_form_that_is_right_has_no_summary():
    assert "error-summary" not in str(VoorbeeldForm())


def test_what_was_typed_stays():
    root = page(wrong(rol="n", kaarten="2", tot="morgen"))
    assert one(root, "//input[@name='mail']").get("value") == "bij ons"
    assert one(root, "//input[@name='tot']").get("value") == "morgen"
    assert one(root, "//input[@value='n']").get("checked") is not None
    assert one(root, "//input[@name='kaarten'][@value='2']").get("checked") is not None


def test_markup_that_was_typed_is_text():
    text = str(VoorbeeldForm({"naam": "<script>x</script>"}))
    assert "<script>" not in text
    assert html.escape("<script>x</script>") in text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Şey\x00ma", "Şeyma"),
        ("👩🏽‍🎤 ok", "👩🏽‍🎤 ok"),
        ("שלום", "שלום"),
        ("a\x1bb\x7fc", "abc"),
    ],
)
def test_control_characters_are_taken_out_and_people_s_letters_stay(typed, kept):
    class Kort(NkForm):
        tekst = forms.CharField()

    form = Kort(QueryDict(mutable=True) | {"tekst": typed})
    assert form.is_valid()
    assert form.cleaned_data["tekst"] == kept


def test_a_password_is_left_as_it_is():
    class Wachtwoord(NkForm):
        wachtwoord = forms.CharField(widget=forms.PasswordInput, strip=False)

    form = Wachtwoord({"wachtwoord": " a\x1bb "})
    assert form.is_valid()
    assert form.cleaned_data["wachtwoord"] == " a\x1bb "


@given(st.text())
def test_cleaned_text_can_be_kept_anywhere_and_cleaning_twice_changes_nothing(text):
    cleaned = without_controls(text)
    assert not CONTROLS.search(cleaned)
    assert "\r" not in cleaned
    assert without_controls(cleaned) == cleaned
    cleaned.encode()


def test_a_form_s_own_words_go_before_ours():
    class Eigen(NkForm):
        code = forms.CharField(
            error_messages={"required": "Typ de code van het scherm."}
        )
        getal = forms.IntegerField(error_messages={"invalid": "Alleen cijfers."})

    form = Eigen({"getal": "acht"})
    assert form.errors["code"] == ["Typ de code van het scherm."]
    assert form.errors["getal"] == ["Alleen cijfers."]


def test_a_form_of_others_looks_the_same():
    class Anders(forms.Form):
        naam = forms.CharField(label="Naam")

    root = page(Anders({}))
    assert one(root, "//div[@class='error-summary']") is not None
    assert one(root, "//label").text_content() == "Naam"


def test_two_forms_on_a_page_share_no_ids():
    root = lxml_html.fromstring(
        f"<div>{VoorbeeldForm({}, prefix='a')}{VoorbeeldForm({}, prefix='b')}</div>"
    )
    ids = [node.get("id") for node in root.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))


def test_a_hidden_field_is_only_a_hidden_field():
    root = page(VoorbeeldForm())
    assert one(root, "//input[@name='geheim']").get("type") == "hidden"
    assert "Geheim" not in root.text_content()


def test_a_field_alone_is_drawn_the_same_as_in_its_form():
    form = wrong()
    alone = Template("{{ form.naam.as_field_group }}").render(Context({"form": form}))
    assert isinstance(alone, SafeString)
    assert alone in str(form)


def kept(form: forms.Form) -> str:
    return " ".join(one(page(form), "//div[@role='alert']/p").text_content().split())


def test_the_summary_says_what_is_still_there_and_a_password_is_not():
    class WachtwoordForm(NkForm):
        wachtwoord = forms.CharField(widget=forms.PasswordInput)

    class InlogForm(WachtwoordForm):
        mail = forms.EmailField()

    assert kept(wrong()) == "Wat je invulde staat er nog. Kijk hiernaar:"
    assert kept(WachtwoordForm({})) == "Vul je wachtwoord opnieuw in. Kijk hiernaar:"
    assert (
        kept(InlogForm({"mail": "bij ons"}))
        == "Wat je invulde staat er nog, je wachtwoord niet. Kijk hiernaar:"
    )
