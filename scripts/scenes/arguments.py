"""Command lines of the scripts that draw pictures."""

import argparse
import pathlib
import sys


class Arguments(argparse.ArgumentParser):
    """Says in one line what is wrong."""

    def error(self, message):
        print(f"{pathlib.Path(sys.argv[0]).name}: {message}; --help says more", file=sys.stderr)
        sys.exit(2)


def whole(low):
    def number(text):
        if not text.isdecimal() or int(text) < low:
            raise argparse.ArgumentTypeError(f"'{text}' is not a whole number of at least {low}")
        return int(text)

    return number
