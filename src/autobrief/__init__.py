"""Election results in, a regional news write-up out, and every figure proved."""

__version__ = "0.1.0"
__all__ = ["__version__", "load_assignment", "load_stylebook", "write"]


def __getattr__(name: str):
    # Loaded when asked for: `autobrief --help` needs none of it.
    if name == "write":
        from .pipeline import write
        return write
    if name == "load_stylebook":
        from .sources.stylebook import load
        return load
    if name == "load_assignment":
        from .record.load import assignment
        return assignment
    raise AttributeError(f"module 'autobrief' has no attribute {name!r}")
