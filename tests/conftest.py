"""What holds for all tests: the same examples on every run, in any order, whatever else the machine is doing."""

from typing import Final

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

_NO_HURRY: Final = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)

settings.register_profile("same", _NO_HURRY, derandomize=True, database=None)
# Others, and more of them: `make test ARGS="--hypothesis-profile search"`.
settings.register_profile("search", _NO_HURRY, max_examples=1_000)
settings.load_profile("same")

# Of the modules that happen to be loaded, hypothesis takes numbers and words for examples: others in another order.
providers._get_local_constants = lambda: providers._local_constants
