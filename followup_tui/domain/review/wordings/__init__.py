"""The wordings that checks look for, one module a theme. `phrases.py` says how they are written."""
