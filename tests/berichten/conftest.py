import pytest


@pytest.fixture(autouse=True)
def _mail_goes_by_the_outbox(settings):
    """As in production; Django's test runner would keep it in memory at once."""
    settings.EMAIL_BACKEND = "berichten.mail.OutboxBackend"
