"""The commands that look after the book's files: `doctor`, `backup`, `restore`, `path`."""
