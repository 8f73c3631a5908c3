"""Random steps in a book and in a dictionary: edits, deletes, undo, redo, reopening, a second process, kills."""

from hypothesis import HealthCheck, settings

from tests.store.book_machine import BookMachine

TestBookAgainstDictionary = BookMachine.TestCase
TestBookAgainstDictionary.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
