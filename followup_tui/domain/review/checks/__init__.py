"""The checks, by theme. Each is a function from a `Reading` to findings; `table.py` lists them."""
