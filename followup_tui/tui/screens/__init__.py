"""The places one can be in: each asks the desk, shows what it is told, and turns keys into questions."""
