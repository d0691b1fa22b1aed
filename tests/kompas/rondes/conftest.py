from collections.abc import Iterator

import pytest

from basis.actor import Actor, acting


@pytest.fixture
def as_noor(world) -> Iterator[None]:
    """Services are called as somebody; here as who leads the traject."""
    with acting(Actor.person(world.noor.pk, rol="procesbegeleider")):
        yield
