"""When the deliveries of these tests are made, and the picture that goes along."""

from datetime import UTC, datetime

START = datetime(2030, 5, 3, 3, 5, 0, tzinfo=UTC)
PICTURE = b"\x89PNG\r\n\x1a\nnot really"
