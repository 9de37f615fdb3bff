"""Replay: an election night played again, as a feed for another process or as articles."""
