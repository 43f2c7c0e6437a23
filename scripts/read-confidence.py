#!/usr/bin/python3
"""Measures what the confidence of nn read says, on drawn pictures: how often digits are right, and what a --min-confidence marks.

    scripts/read-confidence.py [--count N] [--seed N]

scripts/number-scenes.py draws the pictures, of all scenes without letters, with MNIST's training digits. A digit is wrong if it is not at
its place in the label; digits that are not read have no confidence, and are not counted. The expected calibration error is the mean
distance between confidence and the share that is right, over bands of equal width (Guo et al. 2017).
"""
import argparse
import difflib
import json
import pathlib
import subprocess
import sys
import tempfile

from scenes.arguments import Arguments, whole

HERE = pathlib.Path(__file__).parent
LETTERS = ("words", "units", "word")
BANDS = 20
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def digits_of(directory, cells):
    """The confidence of each digit that is read in a directory's pictures, and whether it is right."""
    rows = [row.split("\t") for row in (directory / "labels.tsv").read_text().splitlines()]
    flags = ["--cells", cells] if cells else []
    pictures = [str(directory / name) for name, *_ in rows]
    done = subprocess.run(
        [HERE / "nn", "read", "--quiet", "--json", "--min-confidence", "0", *flags, *pictures], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    if done.returncode not in (0, 3):  # 3: a picture without digits
        sys.exit(f"read-confidence.py: nn read ends with {done.returncode}; run it by hand on {directory}")
    for picture, (_, label, *_) in zip(json.loads(done.stdout)["pictures"], rows):
        read = [digit for line in picture["lines"] for number in line["numbers"] for digit in number["digits"]]
        text, truth = "".join(digit["text"] for digit in read), "".join(c for c in label if c.isdigit())
        for way, _, _, start, end in difflib.SequenceMatcher(None, truth, text, autojunk=False).get_opcodes():
            for digit in read[start:end]:
                yield digit["confidence"], way == "equal"


def calibration_error(digits):
    bands = [[] for _ in range(BANDS)]
    for confidence, right in digits:
        bands[min(BANDS - 1, int(confidence * BANDS))].append(confidence - right)
    return sum(abs(sum(band)) for band in bands) / len(digits)


def report(digits):
    wrong = sum(not right for _, right in digits)
    print(f"{len(digits)} digits, {wrong} wrong; expected calibration error {100 * calibration_error(digits):.1f} %\n")
    print("| `--min-confidence` | digits shown as `?` | wrong of the digits that the last step marks | wrong digits marked | wrong digits left |")
    print("|---|---|---|---|---|")
    last = 0
    for threshold in THRESHOLDS:
        marked = [right for confidence, right in digits if confidence < threshold]
        step = [right for confidence, right in digits if last <= confidence < threshold]
        caught = marked.count(False)
        print(
            f"| {threshold} | {100 * len(marked) / len(digits):.1f} % | {100 * step.count(False) / max(1, len(step)):.0f} % of {len(step)} "
            f"| {100 * caught / max(1, wrong):.0f} % | {wrong - caught} |"
        )
        last = threshold


def main():
    parser = Arguments(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=whole(0), default=11, metavar="N", help="other numbers make other pictures (default 11)")
    parser.add_argument("--count", type=whole(1), default=30, metavar="PER_SCENE", help="pictures of each scene (default 30)")
    arguments = parser.parse_args()
    try:
        from scenes.numbers import CELLS, SCENES
    except ImportError as error:
        sys.exit(f"read-confidence.py: {error}; sudo apt install python3-numpy python3-scipy python3-pil fonts-dejavu")
    scenes = [scene for scene in SCENES if scene not in LETTERS]
    with tempfile.TemporaryDirectory() as scratch:
        out = pathlib.Path(scratch) / "pictures"
        named = [word for scene in scenes for word in ("--scene", scene)]
        subprocess.run(
            [sys.executable, HERE / "number-scenes.py", out, "--seed", str(arguments.seed), "--count", str(arguments.count), *named], check=True
        )
        report([digit for scene in scenes for digit in digits_of(out / scene, CELLS.get(scene))])


if __name__ == "__main__":
    main()
