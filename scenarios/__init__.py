"""What if, when, where, and kept how: files, generated and example scenarios, execution under limits."""
