"""Faults in the checker, and in what the models say before any rule speaks."""
