"""What wakes up when, and as which job. One line each, with its reason."""

from typing import Any

from celery.schedules import crontab

from basis.actor import Actor


def line(task: str, schedule: crontab, *, taak: str) -> dict[str, Any]:
    headers = {"namens": Actor.job(taak).as_headers()}
    return {"task": task, "schedule": schedule, "options": {"headers": headers}}


SCHEDULE: dict[str, dict[str, Any]] = {
    # /readyz says how long ago beat and a worker were seen
    "heartbeat": line("basis.tasks.show_heartbeat", crontab(), taak="hartslag"),
    # a report whose worker died, or that a broker forgot, is made after all
    "rapporten": line("kompas.tasks.wake_rapporten", crontab(), taak="rapporten"),
    # a file whose worker died, or that a broker forgot, is taken in after all
    "inlezen": line("netwerk.tasks.wake_imports", crontab(), taak="inlezen"),
    # and one that was asked for is made after all
    "uitvoer": line("netwerk.tasks.wake_uitvoer", crontab(), taak="uitvoer"),
    # what a broker forgot is sent within a minute of its return
    "dispatch": line("berichten.tasks.dispatch", crontab(), taak="versturen"),
    # who has a message in the product hears of it when it is time, also when that is later
    "deliver": line("berichten.tasks.deliver", crontab(), taak="versturen"),
    # a chain that was built anew shows only by a head that was kept elsewhere
    "witness": line(
        "logboek.tasks.write_witness", crontab(minute="*/10"), taak="logboek"
    ),
    # and a third place: the mailbox of who guards privacy
    "mail_logboek": line(
        "toegang.tasks.mail_logboek", crontab(hour="6", minute="50"), taak="logboek"
    ),
    # an emergency access that nobody looked at is said again, while there is a day left
    "remind_reviews": line(
        "netwerk.tasks.remind_reviews",
        crontab(hour="7", minute="20"),
        taak="nood_herinneren",
    ),
    # rows of sessions say who was logged in; they stay a day
    "clear_sessions": line(
        "toegang.tasks.clear_sessions", crontab(hour="4", minute="15"), taak="sessie"
    ),
    # a word that no provision uses any more should not be what a typing error is taken for
    "zoekwoorden": line(
        "netwerk.tasks.rebuild_words",
        crontab(hour="3", minute="40"),
        taak="zoekwoorden",
    ),
    # only closing makes a round untraceable: who leads it is asked, later it closes itself
    "forgotten_rondes": line(
        "kompas.tasks.find_forgotten_rondes",
        crontab(hour="7", minute="10"),
        taak="rondes_nalopen",
    ),
    # of searches that found nothing only numbers go on; the salt of the day is gone
    "forget_visits": line(
        "netwerk.tasks.forget_visits",
        crontab(hour="0", minute="1"),
        taak="bezoek_vergeten",
    ),
    # a file that was sent waits an hour for its yes; then it has no business here
    "forget_imports": line(
        "netwerk.tasks.forget_imports",
        crontab(hour="3", minute="50"),
        taak="invoer_vergeten",
    ),
    # a file of the kaart was made for who asked it then
    "forget_uitvoer": line(
        "netwerk.tasks.forget_uitvoer",
        crontab(hour="3", minute="52"),
        taak="uitvoer_vergeten",
    ),
    # a report that nobody answers would keep the address of who sent it for ever
    "forget_reporters": line(
        "netwerk.tasks.forget_reporters",
        crontab(hour="3", minute="55"),
        taak="melder_vergeten",
    ),
    # a link that was used, or ran out, would keep the address it went to for ever
    "forget_asked": line(
        "netwerk.tasks.forget_asked",
        crontab(hour="4", minute="0"),
        taak="gevraagde_vergeten",
    ),
    # a letter that is over would keep whom a client thought of for ever
    "forget_letters": line(
        "netwerk.tasks.forget_letters",
        crontab(hour="4", minute="5"),
        taak="brieven_vergeten",
    ),
    # at eighteen the client chooses again what a parent gave, once; they hear it by day
    "achttien": line(
        "netwerk.tasks.put_again", crontab(hour="7", minute="0"), taak="achttien"
    ),
}
