"""The number of a row as an address that says nothing: neither how many there are, nor which
came before it. The same number has the same address as long as SECRET_KEY stays.

One block of AES makes a number of 64 bits, with 64 zeros before it, into a uuid; what comes
back without those zeros was made up.
"""

import hashlib
import uuid

from django.conf import settings

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_ZEROS = 8


def hide(number: int, about: str) -> uuid.UUID:
    """`about` says of what it is a number: an address of one kind is none of another."""
    encryptor = _cipher(about).encryptor()
    return uuid.UUID(bytes=encryptor.update(number.to_bytes(16)) + encryptor.finalize())


def reveal(address: uuid.UUID, about: str) -> int | None:
    """None: we did not make this address."""
    decryptor = _cipher(about).decryptor()
    block = decryptor.update(address.bytes) + decryptor.finalize()
    return None if any(block[:_ZEROS]) else int.from_bytes(block)


def _cipher(about: str) -> Cipher[modes.ECB]:
    """ECB: one block is all there ever is, and the same number has to come out the same."""
    key = hashlib.sha256(f"{about}:{settings.SECRET_KEY}".encode()).digest()
    return Cipher(algorithms.AES256(key), modes.ECB())  # noqa: S305  # nosec B305
