import pytest

from tests.logboek.people import empty


@pytest.fixture
def chain(transactional_db):
    """An empty log; what a test wrote is taken away by an owner who goes round the
    triggers, because nobody else can."""
    empty()
    yield
    empty()
