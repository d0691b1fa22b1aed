import pytest


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.MFA_FORCED = False  # a test of its own: tests/toegang/
