"""Time and memory of every stage from a made-up portfolio to a checked plan, by the number of projects."""
