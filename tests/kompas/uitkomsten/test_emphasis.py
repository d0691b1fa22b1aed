from kompas.templatetags.uitkomst import nadruk


def test_the_verdict_and_the_median_stand_out():
    zin = "Jullie zijn het deels eens. De middelste score is 2. De helft zit tussen 1 en 3."
    assert nadruk(zin) == (
        "Jullie zijn het <strong>deels eens</strong>. De middelste score is"
        " <strong>2</strong>. De helft zit tussen 1 en 3."
    )


def test_what_somebody_typed_stays_text():
    assert nadruk("het <b>eens.") == "het &lt;b&gt;eens."


def test_being_divided_stands_out_too():
    assert nadruk("Jullie zijn verdeeld.") == "Jullie zijn <strong>verdeeld</strong>."
