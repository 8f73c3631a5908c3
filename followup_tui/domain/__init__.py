"""What the app knows about job seeking: no I/O, no clock, no Textual, no TinyDB."""
