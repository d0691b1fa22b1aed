"""Every mail of the product goes through the outbox: written in the transaction of the
act, sent after it, once."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from . import services


class OutboxBackend(BaseEmailBackend):
    """Django's `send_mail` ends here: a row, and a wake-up for the dispatcher."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            for address in message.recipients():
                services.post(
                    aan=address, onderwerp=str(message.subject), tekst=str(message.body)
                )
        return len(email_messages)
