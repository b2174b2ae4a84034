"""Engines: each takes a program and gives back the best selection it found. No engine knows a rule."""
