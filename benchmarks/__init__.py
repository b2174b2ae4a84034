"""Instances, contestants and one command that prints the table: python -m benchmarks. The protocol: README.md."""
