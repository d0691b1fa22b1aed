"""Taking a package in, after it was read (netwerk/rules/hsds_lezen.py).

`Inlezer` first lays everything beside what is there and makes a plan; then it writes. One
kind of record a module; what they share is in `inlezing`, their ids and numbers become
ours in `vertalen`, the lists that hang on them are in `lijsten`, and `rijen` writes.
"""
