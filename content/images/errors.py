"""Why a file cannot become a picture here."""


class UnfitFile(Exception):
    """The file is not a picture we take; `code` is for programs, `message` for its owner.

    Codes: `empty`, `too_large`, `unsupported`, `damaged`, `too_many_pixels`, `too_many_frames`,
    `odd_shape`, `too_complex`.
    """

    def __init__(self, code: str, message: str) -> None:
        self.code, self.message = code, message
        super().__init__(message)


def damaged() -> UnfitFile:
    return UnfitFile(
        "damaged", "This file is damaged or incomplete. Try saving or exporting it again."
    )


def too_complex() -> UnfitFile:
    return UnfitFile(
        "too_complex",
        "This picture takes too much time or memory to read. Try exporting it again, or smaller.",
    )
