"""The benchmarks: that instances are what they claim, that bounds hold, that everything runs. No times are judged."""
