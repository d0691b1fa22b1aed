from .invitations import AccountExists, accept, hash_of, invite, withdraw

__all__ = ["AccountExists", "accept", "hash_of", "invite", "withdraw"]
