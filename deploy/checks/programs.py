"""`python -m deploy.checks.programs`: install what the tests want from the machine and don't find."""

import os
import sys

from deploy.checks.browser import install_chromium
from deploy.checks.metadata_reader import install_exiftool

if __name__ == "__main__":
    # One after the other: Debian's package manager takes no two orders at once.
    problems = [install(os.environ) for install in (install_exiftool, install_chromium)]
    sys.exit("\n".join(filter(None, problems)) or 0)
