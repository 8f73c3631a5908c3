"""What other programs' files hold, merged into the book: read, shown, and then stored as one step of undo."""
