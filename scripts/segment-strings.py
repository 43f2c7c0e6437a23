#!/usr/bin/python3
"""Draws strings of digits for the network that tells whole digits from pieces (scripts/train-segments.sh).

    scripts/segment-strings.py OUT --seed N --count N --digits even

Writes pictures, labels.tsv (path, digits), and for each picture NAME.owners.png with 16 bits a pixel: bit i is set where the string's
digit i has ink. The digits are half of MNIST's training digits, strokes and fonts. One seed makes the same pictures each time. Needs
what scripts/scenes.py needs.
"""
import argparse
import pathlib
import sys

from scenes.arguments import Arguments, whole

try:
    import numpy as np
    from PIL import Image

    from scenes import glyphs, owners, pictures
    from scenes.chance import Chance
except ImportError as error:
    sys.exit(f"segment-strings.py: {error}; sudo apt install python3-numpy python3-scipy python3-pil fonts-dejavu")

STREAM = 77


def main():
    parser = Arguments(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path, metavar="OUT", help="a directory that does not exist yet")
    parser.add_argument("--seed", type=whole(0), required=True, metavar="N", help="other numbers make other pictures")
    parser.add_argument("--count", type=whole(1), required=True, metavar="N", help="how many pictures")
    parser.add_argument("--digits", required=True, choices=("even", "odd"), help="which half of MNIST's training digits")
    arguments = parser.parse_args()
    mnist = glyphs.Mnist(arguments.digits)
    try:
        arguments.out.mkdir(parents=True)
        rows = []
        for index in range(arguments.count):
            chance = Chance([arguments.seed, STREAM, index], mnist)
            page, owner, digits = owners.page(chance)
            pixels = (np.clip(page, 0, 1) * 255 + 0.5).astype(np.uint8)
            stem = arguments.out / f"s{index:05}"
            rows.append(f"{pictures.save(pixels, stem, chance.often(0.6), chance)}\t{digits}\n")
            Image.fromarray(owner).save(f"{stem}.owners.png", compress_level=1)
        (arguments.out / "labels.tsv").write_text("".join(rows))
    except OSError as error:
        sys.exit(f"segment-strings.py: {error.filename}: {error.strerror}")


if __name__ == "__main__":
    main()
