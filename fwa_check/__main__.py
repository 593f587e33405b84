"""Lets ``python -m fwa_check`` do what the ``fwa-check`` command does."""

from fwa_check.cli import main

if __name__ == "__main__":
    main()
