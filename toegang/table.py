"""The text of docs/toegang.md, from the tables that the code itself asks."""

from .choices import BEREIK_VAN, FORCED, Soort
from .permissions import PERMISSIONS
from .rest import SOONER

HEAD = """# Who may do what

Made from `toegang/permissions.py` by `manage.py toegang_tabel`; a test fails when it is out of date. Do not change it by hand.

Default is no: what does not stand here nobody may. *Where* a role holds (this traject, this region) is its scope and is asked by the queryset of the thing itself; what falls outside it is not there, and the answer is a 404. A session works in one role at a time. What somebody may see of a client's plan does not stand here: that is decided per person and per part by `poort.rechten` (architectuur.md).

## Acts

"""
ROLES = """
## Roles

Every account may have any number of these, each from a day until a day. *Second step* says who cannot get in without one; others may choose it. *Out sooner* says for whom the shorter time of rest holds, in whichever role they work.

| role | holds for | second step | out sooner |
|---|---|---|---|
"""
YES = "ja"


def markdown() -> str:
    return HEAD + _acts() + ROLES + _roles()


def _acts() -> str:
    """A column for each role that may do anything at all."""
    shown = [
        soort
        for soort in Soort
        if any(soort in act.wie for act in PERMISSIONS.values())
    ]
    names = " | ".join(str(soort.label) for soort in shown)
    lines = [f"| Mag je … | {names} |", "|---|" + ":-:|" * len(shown)]
    for act in PERMISSIONS.values():
        marks = " | ".join(YES if soort in act.wie else "" for soort in shown)
        lines.append(f"| {act.zin} | {marks} |")
    return "\n".join(lines) + "\n"


def _roles() -> str:
    lines = []
    for soort in Soort:
        forced = "needed" if soort in FORCED else "may"
        sooner = "yes" if soort in SOONER else ""
        scope = BEREIK_VAN[soort].label
        lines.append(f"| {soort.label} | {scope} | {forced} | {sooner} |")
    return "\n".join(lines) + "\n"
