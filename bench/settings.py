"""The settings of the product, and one page more: the floor."""

from config.settings import *  # noqa: F403, TID251 - all of them

ROOT_URLCONF = "bench.urls"
