"""How it is decided: a scenario in, a checked plan out. No files, no web, no database."""
