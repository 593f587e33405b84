"""One file per report format, behind one small interface."""
