"""One product for all tests of this folder: they stay on one worker of the test run."""

from pathlib import Path

import pytest

from tests.engines import own_database, redis
from tests.faults.product import Product, until


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    folder = tmp_path_factory.mktemp("product")
    with own_database(folder) as env, redis(folder) as address:
        product = Product(env, folder, Path(address.removeprefix("unix://")))
        try:
            product.fill()
            product.start("web")
            until(lambda: product.readyz()[0] == 200)
            yield product
        finally:
            product.stop()


@pytest.fixture
def product(running):
    """Whole at the beginning of each test, and whole again at its end."""
    yield running
    running.heal()
