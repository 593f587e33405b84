"""The values that facts have: typed, exact, and able to be missing."""
