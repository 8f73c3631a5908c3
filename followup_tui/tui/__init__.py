"""The window: screens and dialogs that ask the desk and show what they get."""
