"""A file that is sent stays in memory, and never more of it than we would ever take.

Django would write a large one to a temporary folder as it comes in, before anything of
ours has looked at who sends it: anybody could fill the disk.
"""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

KEPT = 2_500_000


class BoundedUploadHandler(FileUploadHandler):
    """Keeps the first `KEPT` bytes. `size` is that of the whole file, so that a form can
    say that it is too large; the other fields of the form arrive as ever."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.write(raw_data[: max(0, KEPT - start)])

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
