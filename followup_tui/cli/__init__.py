"""The command line: every command asks the desk (or, for reading, the plan) and prints what it is told."""
