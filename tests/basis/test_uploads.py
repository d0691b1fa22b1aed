"""A file that is sent is kept in memory, and never more of it than we would take."""

from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

import pytest

from basis.uploads import KEPT, LARGE, takes_files_of


def sent(content: bytes):
    data = {"naam": "Noor", "bestand": SimpleUploadedFile("x.bin", content)}
    return RequestFactory().post("/", data)


@pytest.mark.parametrize("size", [0, 1, 70_000, KEPT])
def test_a_file_arrives_as_it_was_sent(size):
    content = b"ab\x00"[:2] * (size // 2) + b"z" * (size % 2)
    file = sent(content).FILES["bestand"]
    assert (file.name, file.size) == ("x.bin", size)
    assert file.read() == content


def test_of_a_larger_one_the_start_is_kept_and_the_size_is_known():
    request = sent(b"x" * (KEPT + 100_000))
    file = request.FILES["bestand"]
    assert file.size == KEPT + 100_000
    assert len(file.read()) == KEPT
    assert request.POST["naam"] == "Noor"


def largest(*, logged_in: bool, marked: bool = True) -> int:
    """How much is kept of a file for a view that takes large ones."""

    def view(request):
        return request

    request = RequestFactory().post(
        "/", {"bestand": SimpleUploadedFile("x.bin", b"x" * (LARGE + 9))}
    )
    func = takes_files_of(LARGE)(view) if marked else view
    request.resolver_match = SimpleNamespace(func=func)
    request.user = SimpleNamespace(is_authenticated=logged_in)
    file = request.FILES["bestand"]
    assert file.size == LARGE + 9
    return len(file.read())


def test_a_page_may_take_larger_files_of_who_has_logged_in():
    assert largest(logged_in=True) == LARGE
    assert largest(logged_in=False) == KEPT
    assert largest(logged_in=True, marked=False) == KEPT


def test_nothing_is_written_to_disk():
    assert not hasattr(sent(b"x" * (KEPT + 1)).FILES["bestand"], "temporary_file_path")
