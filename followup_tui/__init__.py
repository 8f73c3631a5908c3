"""followup-tui keeps a job seeker's conversations from going cold."""

__version__ = "0.1.0"
