from .voorziening import VoorzieningQuerySet

__all__ = ["VoorzieningQuerySet"]
