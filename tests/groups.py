"""Which tests stay together on one worker of the run: a folder that has processes of its own
starts them once, and so does what fills a whole world. (`xdist_group` cannot say it: xdist 3.8 writes it where pytest 9.2 no
longer looks.)"""

from typing import Any
from zlib import crc32

import pytest
from xdist.scheduler import LoadGroupScheduling

AXE = "tests/browser/test_axe.py"
TOGETHER = ("tests/faults/", "tests/browser/", "tests/config/test_demo_")


class ByFolder(LoadGroupScheduling):
    def _split_scope(self, nodeid: str) -> str:
        """The folder, or the test by itself. The pages for axe are as much as all of the
        others with a browser together, twice: two workers share them."""
        if nodeid.startswith(AXE):
            return f"{AXE}:{crc32(nodeid.encode()) % 2}"
        return next((one for one in TOGETHER if nodeid.startswith(one)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFolder:
    return ByFolder(config, log)
