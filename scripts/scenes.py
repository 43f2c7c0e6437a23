#!/usr/bin/python3
"""Draws labeled scenes: a handwritten digit in a place that makes it hard to find, or something without a digit.

    scripts/scenes.py OUT --seed N        writes pictures and labels.tsv (path, label, scene) for nn eval --images

The digits are MNIST's training digits, strokes and fonts. A picture without a digit has the label -. One seed makes the same
pictures each time, and a scene's pictures depend on no other scene. Needs Debian's python3-numpy, python3-scipy, python3-pil and
fonts-dejavu.
"""
import argparse
import pathlib
import sys
import zlib

from scenes.arguments import Arguments, whole

try:
    import numpy as np

    from scenes import desks, empties, forms, glyphs, inks, mixtures, papers, photos, pictures, places, screens
    from scenes.chance import Chance
except ImportError as error:
    sys.exit(f"scenes.py: {error}; sudo apt install python3-numpy python3-scipy python3-pil fonts-dejavu")

NONE = "-"
MODULES = (places, screens, desks, forms, papers, inks, photos, mixtures, empties)
SCENES = {name: (module, draw) for module in MODULES for name, draw in module.SCENES.items()}


def label_of(scene, digit):
    """The true label of a scene drawn for a digit; some scenes have one of their own."""
    module = SCENES[scene][0]
    own = None if module is empties else getattr(module, "DIGITS", {}).get(scene, digit)
    return NONE if own is None else str(own)


def picture(scene, digit, chance):
    """The pixels [height, width, 3 or 4] as bytes."""
    module, draw = SCENES[scene]
    page = draw(chance) if module is empties else draw(chance, digit)
    return (np.clip(page, 0, 1) * 255 + 0.5).astype(np.uint8)


def write(out, seed, count, mnist, scenes):
    out.mkdir(parents=True)
    rows = []
    for scene in scenes:
        module = SCENES[scene][0]
        for index in range(count):
            chance = Chance([seed, zlib.crc32(scene.encode()), index], mnist)
            digit = (index + zlib.crc32(scene.encode())) % 10  # few pictures of each scene are balanced too
            pixels = picture(scene, digit, chance)
            label = label_of(scene, digit)
            name = pictures.save(pixels, out / f"{scene}-{index:03}", chance.often(module.JPEG), chance)
            rows.append(f"{name}\t{label}\t{scene}\n")
    (out / "labels.tsv").write_text("".join(rows))


def main():
    parser = Arguments(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path, metavar="OUT", help="a directory that does not exist yet")
    parser.add_argument("--seed", type=whole(0), required=True, metavar="N", help="other numbers make other pictures")
    parser.add_argument("--count", type=whole(1), default=20, metavar="PER_SCENE", help="pictures of each scene (default 20)")
    parser.add_argument(
        "--digits", default="all", choices=("all", "even", "odd"), help="which of MNIST's training digits (default all)"
    )
    parser.add_argument("--scene", action="append", metavar="NAME", help="only this scene; may be repeated")
    arguments = parser.parse_args()
    for scene in arguments.scene or ():
        if scene not in SCENES:
            parser.error(f"--scene: there is no '{scene}', only {', '.join(SCENES)}")
    if not glyphs.font_names():
        sys.exit(f"scenes.py: no fonts in {glyphs.FONTS}; sudo apt install fonts-dejavu")
    try:
        write(arguments.out, arguments.seed, arguments.count, glyphs.Mnist(arguments.digits), arguments.scene or list(SCENES))
    except OSError as error:
        sys.exit(f"scenes.py: {error.filename}: {error.strerror}")


if __name__ == "__main__":
    main()
