"""Derived facts: what follows from the stated facts by arithmetic alone.

A derived fact is a small function that reads other facts by their path and returns a value,
or MISSING when it cannot be worked out. Rules use it by its name, like a field. It holds no
law: thresholds and conditions stand in the rule files.
"""

from typing import NamedTuple

DERIVED = {}


class DerivedFact(NamedTuple):
    """A derived fact: its name, type, the kinds that have it, what it says, and its function."""

    name: str
    type: str
    kinds: tuple
    description: str
    compute: object


def derived_fact(type, *kinds):
    """Register the decorated function under its own name; its docstring is the documentation."""

    def register(function):
        DERIVED[function.__name__] = DerivedFact(function.__name__, type, kinds, " ".join(function.__doc__.split()), function)
        return function

    return register


def derived_facts():
    """Return all derived facts by name."""
    from fwa_check.rulebook import (  # noqa: F401 they register themselves
        derived_california_children,
        derived_child_hours,
        derived_children,
        derived_dates,
        derived_final_wages,
        derived_freelance,
        derived_late_payment,
        derived_markets,
        derived_papers,
        derived_pay,
        derived_talent_agency,
        derived_talent_services,
        derived_wages,
        derived_work,
    )

    return DERIVED
