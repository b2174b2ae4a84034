"""One profile for property tests: the same examples on every run, and no clock in the verdict."""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("repeatable")
