"""Properties that hold for every scenario."""
