"""Compare the files in storage with the database, both ways."""

from argparse import ArgumentParser
from collections import Counter
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from content.images import storage
from content.images.stored import StorageDown
from content.services.image_files import delete_stray_uploads
from content.services.media_mending import mend_picture
from content.services.media_survey import Finding, Tally, Trouble, survey

# So much at once is no accident of single files: the storage or the database is not the right one.
FEW = 20
FEW_IN_A_HUNDRED = 10


class Command(BaseCommand):
    """Says what is wrong, file by file; with `--mend` puts it right.

    Exits with 1 when something is wrong and was not mended.
    """

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--mend",
            action="store_true",
            help="delete what belongs to no picture, move what is misplaced, tell owners what is lost",
        )
        parser.add_argument(
            "--hours",
            type=float,
            default=24.0,
            help="leave files without a picture alone until they are so old (24)",
        )
        parser.add_argument(
            "--even-if-many",
            action="store_true",
            help=f"mend also when more than {FEW_IN_A_HUNDRED} in a hundred are lost or superfluous",
        )

    def handle(self, **options: Any) -> None:
        try:
            self._sweep(**options)
        except StorageDown as error:
            raise CommandError(f"The storage cannot be swept: {error}.") from error

    def _sweep(self, *, mend: bool, hours: float, even_if_many: bool, **options: Any) -> None:
        for one in storage.both_storages():
            one.check()
        older_than, tally = timezone.now() - timedelta(hours=hours), Tally()
        found = []
        for finding in survey(older_than=older_than, tally=tally):
            found.append(finding)
            place = f"{finding.where}: " if finding.where else ""
            self.stdout.write(f"{place}{finding.name} {finding.trouble.value}.")
        self.stdout.write(f"Looked at {tally.pictures} pictures and {tally.files} files.")
        for trouble, count in Counter(finding.trouble for finding in found).items():
            self.stdout.write(f"{count}: {trouble.value}.")
        if not found:
            self.stdout.write("Nothing is wrong.")
            return
        if not mend:
            raise CommandError("Something is wrong; --mend puts right what can be.")
        if not even_if_many:
            _refuse_many(found, tally)
        self._mend(found, older_than)

    def _mend(self, found: list[Finding], older_than: Any) -> None:
        delete_stray_uploads(older_than=older_than)
        for key in dict.fromkeys(finding.key for finding in found if finding.key):
            mend_picture(key=key, older_than=older_than)
        if any(finding.trouble is Trouble.FOREIGN for finding in found):
            raise CommandError(
                "The rest is mended, but files that are not Firsthand's are left alone."
            )
        self.stdout.write("All of it is mended.")


def _refuse_many(found: list[Finding], tally: Tally) -> None:
    """Raise CommandError when so much is lost or superfluous that something else must be the matter."""
    lost = {finding.key for finding in found if finding.trouble is Trouble.MISSING}
    superfluous = {finding.key for finding in found if finding.trouble is Trouble.ORPHAN}
    for keys, all_of_them in ((lost, tally.pictures), (superfluous, tally.folders)):
        if len(keys) > max(FEW, all_of_them * FEW_IN_A_HUNDRED / 100):
            raise CommandError(
                f"{len(keys)} of {all_of_them} are wrong: is this the right storage, and the right "
                "database? Nothing was mended; --even-if-many mends it all the same."
            )
