"""What can go wrong for a user, each with where, what and what next."""


class AutobriefError(Exception):
    """Something a user can put right.  `exit_code` is what the command line ends with."""

    exit_code = 4

    def __init__(self, *faults: str, hint: str = ""):
        self.faults = tuple(faults)
        self.hint = hint
        super().__init__("\n".join((*faults, hint) if hint else faults))


class InputError(AutobriefError):
    """Results, record or notes that cannot be used: all faults of a file at once."""


class StylebookError(AutobriefError):
    """A template or a stylebook table that cannot be used."""


class UnknownName(AutobriefError):
    """A region, seat, election or time that is not on record, with the nearest matches."""

    exit_code = 2


class Refused(AutobriefError):
    """Asked for something that the record cannot bear, with the reason."""

    exit_code = 2
