"""What an import did, or every fault, in the terminal."""

from django.core.management.base import BaseCommand, CommandError

from netwerk.services.hsds_inlezen import GELIJK, NIEUW, VERANDERD, Plan

SOORTEN = (
    ("organisatie", "organisaties"),
    ("locatie", "locaties"),
    ("plek", "plekken"),
)


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
    for soort, more in SOORTEN:
        counts = [plan.count(soort, wat) for wat in (NIEUW, VERANDERD, GELIJK)]
        command.stdout.write(
            f"{more}: {counts[0]} nieuw, {counts[1]} veranderd, {counts[2]} gelijk."
        )
    if plan.weg:
        command.stdout.write(
            f"Niet meer in dit pakket, en gebleven zoals ze zijn: {', '.join(plan.weg)}."
        )
