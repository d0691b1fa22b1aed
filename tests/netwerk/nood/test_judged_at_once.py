"""A judgement that is sent twice at the same moment is said once, and nothing breaks."""

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from django.db import connection

import pytest

from netwerk.choices import Oordeel
from netwerk.models import Noodoordeel
from netwerk.services import noodtoegang as services
from toegang.choices import Soort

TRIES = 5


@pytest.mark.django_db(transaction=True)
def test_the_second_finds_what_the_first_said(zorg):
    zorg.role(zorg.zus, zorg.ggz, soort=Soort.FUNCTIONARIS)
    where = str(zorg.ggz.pk)
    for _ in range(TRIES):
        row, same = zorg.nood(zorg.pro, "crisiskaart"), uuid4()
        start = threading.Barrier(2)

        def press(row=row, same=same, start=start) -> bool:
            try:
                start.wait(5)
                with zorg.as_(zorg.zus, Soort.FUNCTIONARIS, organisatie=where):
                    return services.judge(
                        uuid=same,
                        row=row,
                        oordeel=Oordeel.TERECHT,
                        uitleg="Het was nodig.",
                        user=zorg.zus,
                    )
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            said = [one.result(20) for one in [pool.submit(press) for _ in range(2)]]
        assert sorted(said) == [False, True]
    assert Noodoordeel.objects.for_job("proefdata").count() == TRIES
