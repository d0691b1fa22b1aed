"""Texts that are a list: a line is a point."""


def lines_in(tekst: str) -> list[str]:
    """Without the dash or bullet that people put before them."""
    lines = (line.strip().lstrip("-–•*").strip() for line in tekst.splitlines())
    return [line for line in lines if line]
