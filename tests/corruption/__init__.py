"""Plans with exactly one thing wrong: the checker must reject each, and name just that thing."""
