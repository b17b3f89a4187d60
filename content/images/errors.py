"""Why a file cannot become a picture here."""


class UnfitFile(Exception):
    """The file is not a picture we take; `code` is for programs, `message` for its owner.

    Codes: `empty`, `too_large`, `unsupported`, `damaged`, `too_many_pixels`, `too_many_frames`,
    `odd_shape`, `too_complex`. A message names what was found and the limit, in 255 characters at most.
    """

    def __init__(self, code: str, message: str) -> None:
        self.code, self.message = code, message
        super().__init__(message)


def damaged() -> UnfitFile:
    return UnfitFile(
        "damaged", "This file is damaged or incomplete. Try saving or exporting it again."
    )


def too_complex(found: str = "") -> UnfitFile:
    """Return the refusal of what would cost too much to read; `found` says what, where it is known."""
    return UnfitFile(
        "too_complex",
        f"{found or 'This picture takes too much time or memory to read.'}"
        " Try exporting it again, or smaller.",
    )


def too_many_parts(kind: str) -> UnfitFile:
    """Return the refusal of a container chopped so small that only walking it takes long."""
    return too_complex(f"This {kind} is stored in far more pieces than its size explains.")


def too_much_metadata(kind: str, found: int, most: int) -> UnfitFile:
    """Return the refusal of metadata that is larger than many a picture; sizes in bytes."""
    return too_complex(
        f"This {kind} carries {found / 2**20:,.1f} MB of text and metadata;"
        f" the limit is {most // 2**20} MB."
    )
