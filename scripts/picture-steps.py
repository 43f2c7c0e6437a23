#!/usr/bin/env python3
"""What each step of the picture preparation is worth: leaves one step out at a time and measures on labeled pictures.

    scripts/picture-steps.py DIR [MODEL]      DIR as for `nn eval --images`; prints the table that picture-steps.md keeps

Each variant is a change of one line of nn.image.prepare, compiled beside the built program (target/nn.jar) into a temporary folder.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SOURCES = HOME / "src/main/java/nn/image/prepare"
JAR = HOME / "target/nn.jar"

VARIANTS = [
    ("all steps", []),
    ("polarity by the median brightness", [("Polarity.java", "if (confined || all[ink] == 0) {",
        "if (true) { return light.quantile(0.5) < 0.5 ? LIGHT_INK : DARK_INK; }\nif (confined || all[ink] == 0) {")]),
    ("polarity without the vote of thin parts", [("Polarity.java", "if (confined || all[ink] == 0) {",
        "if (confined || true) {")]),
    ("flat paper, no background estimate", [("Paper.java", "return Morphology.blur(closed, radius / 4);",
        "Plane flat = Plane.of(light.width(), light.height());"
        "java.util.Arrays.fill(flat.values(), light.quantile(0.5)); return flat;")]),
    ("surroundings not removed", [("DigitPreparation.java", "Surroundings.removedFrom(Paper.ink(coarse, paper))",
        "Paper.ink(coarse, paper)")]),
    ("all parts kept", [("MainDigit.java", "<= 1.5 + gap", "<= 1e9"),
        ("MainDigit.java", "part.weight() < SPECK * main.weight()", "part.weight() < 0")]),
    ("largest part only", [("MainDigit.java", "<= 1.5 + gap", "<= -1")]),
    ("stroke width as it is", [("Stroke.java", "return Math.max(-MOST_SHRUNK * width,",
        "if (width > 0) return 0; return Math.max(-MOST_SHRUNK * width,")]),
    ("box centered, not mass", [("MassCentering.java", "Math.round(CENTER - center)", "Math.round((28 - size) / 2.0)")]),
]


def evaluate(changes, pictures, model, flags=()):
    """The JSON of `nn eval --images` with some lines of nn.image.prepare changed."""
    with tempfile.TemporaryDirectory() as folder:
        if changes:
            patched = {}
            for name, old, new in changes:
                text = patched.get(name) or (SOURCES / name).read_text()
                if old not in text:
                    sys.exit(f"picture-steps.py: {name} has changed: no '{old}' in it; adapt the variant")
                patched[name] = text.replace(old, new)
            for name, text in patched.items():
                Path(folder, name).write_text(text)
            rest = [str(file) for file in SOURCES.glob("*.java") if file.name not in patched]
            subprocess.run(["javac", "-nowarn", "-proc:none", "-cp", str(JAR), "-d", folder, *rest,
                            *(str(Path(folder, name)) for name in patched)], check=True)
        command = ["java", "-XX:+UseSerialGC", f"-Dnn.home={HOME}", "-cp", os.pathsep.join([folder, str(JAR)]), "nn.cli.Main",
                   "eval", "--quiet", "--json", "--images", pictures, *flags]
        if model:
            command += ["--model", model]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True,
                                         env={**os.environ, "OMP_NUM_THREADS": "1"}).stdout)


def main():
    if sys.argv[1:] in (["-h"], ["--help"]):
        print(__doc__)
        return
    if len(sys.argv) not in (2, 3) or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    pictures, model = sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else None
    first = None
    rows = [(name, evaluate(changes, pictures, model)) for name, changes in VARIANTS]
    rows.append(("only resized (--raw)", evaluate([], pictures, model, ("--raw",))))
    for name, result in rows:
        groups = result["groups"]
        if first is None:
            first = list(groups)
            print("| preparation | all | " + " | ".join(f"{g} ({groups[g]['count']})" for g in first) + " |")
            print("|---|" + "---|" * (len(first) + 1))
        print(f"| {name} | {result['accuracy']:.1%} | "
              + " | ".join(f"{groups[g]['accuracy']:.1%}" for g in first) + " |", flush=True)


if __name__ == "__main__":
    main()
