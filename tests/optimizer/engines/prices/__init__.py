"""Prices of rows, against linear programming and against brute force."""
