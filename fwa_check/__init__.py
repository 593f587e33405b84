"""fwa-check: a linter for legal duties in fashion contracts and campaigns."""

__version__ = "0.1.0"
