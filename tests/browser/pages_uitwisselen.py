"""Open data, and taking the sociale kaart in and out."""

from tests.browser.ways import Line, to

PAGES = [
    Line("netwerk/opendata/uitleg.html", "filled", "", to("open_data")),
    Line("netwerk/opendata/api.html", "filled", "", to("api_docs")),
]
