"""Faults in the rules that build the program, and in the facts and tables they build it from."""
