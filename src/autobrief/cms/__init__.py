"""Send a version where it is wanted: one file per system, one contract."""
