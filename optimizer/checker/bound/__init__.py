"""The bound of a plan, recomputed from scenario and published prices in exact integers.

Lagrangian relaxation (Geoffrion 1974): every row is given up for its price. What is left falls apart into one question
per project, answered by taking maxima; what rows may win back is the convex conjugate of their cost. Whatever the
prices, the sum is a bound. docs/certificate.md has the formula.
"""
