"""A file that is sent stays in memory, and never more of it than we would ever take.

Django would write a large one to a temporary folder as it comes in, before anything of
ours has looked at who sends it: anybody could fill the disk.

    @takes_files_of(LARGE)
    def uitwisselen(request): ...

A view may take larger ones, of who has logged in.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

KEPT, LARGE = 2_500_000, 10_000_000
View = TypeVar("View", bound=Callable[..., Any])


def takes_files_of(most: int) -> Callable[[View], View]:
    """Marks a view."""

    def mark(view: View) -> View:
        view.__dict__["largest_file"] = most
        return view

    return mark


class BoundedUploadHandler(FileUploadHandler):
    """Keeps the first bytes, `KEPT` or as many as the view takes. `size` is that of the
    whole file, so that a form can say that it is too large; the other fields of the form
    arrive as ever."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = BytesIO()
        self.most = self._most()

    def _most(self) -> int:
        match = getattr(self.request, "resolver_match", None)
        most: int = getattr(match and match.func, "largest_file", KEPT)
        if most <= KEPT:
            return most
        user = getattr(self.request, "user", None)
        return most if user is not None and user.is_authenticated else KEPT

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.write(raw_data[: max(0, self.most - start)])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.file.seek(0)
        return InMemoryUploadedFile(
            self.file,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )
