"""The exact engine against another solver of another kind: HiGHS on the same program."""
