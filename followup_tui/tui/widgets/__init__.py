"""Widgets that know nothing of the book: data comes in by arguments, what the user did goes out as messages."""
