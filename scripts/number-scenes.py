#!/usr/bin/python3
"""Draws pictures with several digits: strings, pages, forms, sudokus, displays.

    scripts/number-scenes.py OUT --seed N        writes OUT/SCENE with pictures and labels.tsv for nn eval --numbers

A label has a space between numbers, a | between lines, and a . for an empty cell. It is - where there is only a word, which stands in a
fourth column. The digits are MNIST's training digits, or with --digits test its test digits, which no shipped network was trained on;
strokes; and fonts. One seed makes the same pictures each time.
Needs what scripts/scenes.py needs.
"""
import argparse
import pathlib
import sys
import zlib

from scenes.arguments import Arguments, whole

try:
    import numpy as np

    from scenes import glyphs, numbers, pictures
    from scenes.chance import Chance
except ImportError as error:
    sys.exit(f"number-scenes.py: {error}; sudo apt install python3-numpy python3-scipy python3-pil fonts-dejavu")


SCENES = numbers.SCENES | numbers.LARGE


def write(out, seed, count, mnist, scene):
    out.mkdir(parents=True)
    rows = []
    for index in range(count):
        chance = Chance([seed, zlib.crc32(scene.encode()), index], mnist)
        page, label, *word = SCENES[scene](chance)
        pixels = (np.clip(page, 0, 1) * 255 + 0.5).astype(np.uint8)
        name = pictures.save(pixels, out / f"{scene}-{index:03}", chance.often(0.6), chance)
        rows.append("\t".join([name, label, scene, *word]) + "\n")
    (out / "labels.tsv").write_text("".join(rows))


def main():
    parser = Arguments(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path, metavar="OUT", help="a directory that does not exist yet")
    parser.add_argument("--seed", type=whole(0), required=True, metavar="N", help="other numbers make other pictures")
    parser.add_argument("--count", type=whole(1), default=50, metavar="PER_SCENE", help="pictures of each scene (default 50)")
    parser.add_argument("--digits", default="all", choices=("all", "even", "odd", "test"), help="MNIST's training digits (default), half of them, or test digits")
    parser.add_argument("--scene", action="append", metavar="NAME", help="only this scene; may be repeated")
    arguments = parser.parse_args()
    for scene in arguments.scene or ():
        if scene not in SCENES:
            parser.error(f"--scene: there is no '{scene}', only {', '.join(SCENES)}")
    mnist = glyphs.Mnist(arguments.digits)
    try:
        for scene in arguments.scene or numbers.SCENES:
            write(arguments.out / scene, arguments.seed, arguments.count, mnist, scene)
    except OSError as error:
        sys.exit(f"number-scenes.py: {error.filename}: {error.strerror}")


if __name__ == "__main__":
    main()
