"""Turn `python -m hub …` into the command line of `hub.cli`, or into one sentence about what is missing."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (an older Python should hear why it is refused)
    sys.exit("The hub needs Python 3.11 or later. Start it with scripts/up, which looks for one.")

try:
    from hub.cli import main
except ModuleNotFoundError as error:
    sys.exit(f"The package {error.name} is not installed. Start the hub with scripts/up, which installs it.")

if __name__ == "__main__":
    main()
