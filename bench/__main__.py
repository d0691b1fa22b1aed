"""python -m bench [NAME…]: all measurements, or those named. Exit 1 when one is too slow."""

import sys

from bench import (  # noqa: F401 - they register
    hsds,
    lijsten,
    logboek,
    pages,
    saving,
    uitwisselen,
    vlekken,
    zoeken,
    zorg,
)
from bench.measure import run

if __name__ == "__main__":
    sys.exit(0 if run(sys.argv[1:]) else 1)
