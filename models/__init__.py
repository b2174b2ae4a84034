"""What the data is: scenario and plan as the data contract states them, and the findings on both.

Depends on pydantic and the standard library alone.
"""
