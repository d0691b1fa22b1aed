"""What an import did, or every fault, in the terminal."""

from django.core.management.base import BaseCommand, CommandError

from netwerk.rules.hsds_plan import GELIJK, NIEUW, VERANDERD, WOORD, Plan

MEER = {
    "organisatie": "organisaties",
    "locatie": "locaties",
    "plek": "plekken",
    WOORD: "woorden",
}


def show(command: BaseCommand, plan: Plan, *, proef: bool) -> None:
    """What happened, or every fault; a fault is exit status 1."""
    for note in plan.opmerkingen:
        command.stdout.write(f"Let op. {note}")
    for fault in plan.fouten:
        command.stderr.write(str(fault))
    if plan.fouten:
        n = len(plan.fouten)
        raise CommandError(f"Niets ingelezen: {n} {'fout' if n == 1 else 'fouten'}.")
    command.stdout.write("Dit zou er gebeuren:" if proef else "Ingelezen:")
    for soort, telling in plan.tellingen.items():
        command.stdout.write(
            f"{MEER[soort]}: {telling[NIEUW]} nieuw, {telling[VERANDERD]} veranderd,"
            f" {telling[GELIJK]} gelijk."
        )
    if plan.weg:
        command.stdout.write(
            f"Niet meer in dit pakket, en gebleven zoals ze zijn: {', '.join(plan.weg)}."
        )
