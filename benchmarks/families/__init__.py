"""The families of instances, each deterministic by name."""
