"""Tests of the command line, running the real thing."""
