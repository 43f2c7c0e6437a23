#!/usr/bin/env python3
"""What each step of the picture preparation is worth: leaves one step out at a time and measures on labeled pictures.

    scripts/picture-steps.py DIR [MODEL]                   of the plain reading of a picture, by group
    scripts/picture-steps.py --candidates DIR [MODEL]      of each kind of candidate, and what it costs

DIR is as for `nn eval --images`. Prints the tables that picture-steps.md keeps. Each variant is a change of one line, compiled beside
the built program (target/nn.jar) into a temporary folder.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SOURCES = HOME / "src/main/java/nn"
JAR = HOME / "target/nn.jar"

VARIANTS = [
    ("all steps", []),
    ("polarity by the median brightness", [("image/prepare/Polarity.java", "if (confined || all[ink] == 0) {",
        "if (true) { return light.quantile(0.5) < 0.5 ? LIGHT_INK : DARK_INK; }\nif (confined || all[ink] == 0) {")]),
    ("polarity without the vote of thin parts", [("image/prepare/Polarity.java", "if (confined || all[ink] == 0) {",
        "if (confined || true) {")]),
    ("flat paper, no background estimate", [("image/prepare/Paper.java", "return Morphology.blur(closed, radius / 4);",
        "Plane flat = Plane.of(light.width(), light.height());"
        "java.util.Arrays.fill(flat.values(), light.quantile(0.5)); return flat;")]),
    ("surroundings not removed", [("image/prepare/ViewReader.java", "ink = Surroundings.removedFrom(ink);", "")]),
    ("all parts kept", [("image/prepare/MainDigit.java", "<= 1.5 + gap", "<= 1e9"),
        ("image/prepare/MainDigit.java", "part.weight() < SPECK * main.weight()", "part.weight() < 0")]),
    ("largest part only", [("image/prepare/MainDigit.java", "<= 1.5 + gap", "<= -1")]),
    ("stroke width as it is", [("image/prepare/Stroke.java", "return Math.max(-MOST_SHRUNK * width,",
        "if (width > 0) return 0; return Math.max(-MOST_SHRUNK * width,")]),
    ("box centered, not mass", [("image/prepare/MassCentering.java", "Math.round(CENTER - center)", "Math.round((28 - size) / 2.0)")]),
]


def no_stage(name):
    return ("image/prepare/Candidates.java", f"-> {name}();", "-> List.of();")


def no_kind(name):
    return ("image/prepare/Candidates.java", "for (View view : views) {",
            f"for (View view : views) {{ if (view.kind() == Kind.{name}) {{ continue; }}")


CANDIDATES = [
    ("all candidates", []),
    ("the plain reading only", [("image/prepare/Candidates.java", "return 5;", "return 0;")]),
    ("no other polarity", [no_kind("INVERTED")]),
    ("no margin of continued paper", [no_kind("CONTINUED")]),
    ("no areas", [no_stage("regions")]),
    ("no color", [no_stage("colors")]),
    ("lines kept", [no_kind("LINES")]),
    ("no middle", [no_kind("MIDDLE")]),
    ("no stronger and fainter ink", [no_kind("INK")]),
    ("no other part of the ink", [no_kind("PART")]),
    ("not blurred", [no_kind("BLURRED")]),
    ("not turned", [("pictures/DigitSearch.java", "verdict.probability() >= DOUBTFUL", "verdict.probability() >= 0")]),
]


def evaluate(changes, pictures, model, flags=()):
    """The JSON of `nn eval --images` with some lines of the program changed."""
    with tempfile.TemporaryDirectory() as folder:
        patched = {}
        for name, old, new in changes:
            text = patched.get(name) or (SOURCES / name).read_text()
            if old not in text:
                sys.exit(f"picture-steps.py: {name} has changed: no '{old}' in it; adapt the variant")
            patched[name] = text.replace(old, new)
        if patched:
            for name, text in patched.items():
                Path(folder, Path(name).name).write_text(text)
            subprocess.run(["javac", "-nowarn", "-proc:none", "-cp", str(JAR), "-d", folder,
                            *(str(Path(folder, Path(name).name)) for name in patched)], check=True)
        command = ["java", "-XX:+UseSerialGC", f"-Dnn.home={HOME}", "-cp", os.pathsep.join([folder, str(JAR)]), "nn.cli.Main",
                   "eval", "--quiet", "--json", "--images", pictures, *flags]
        if model:
            command += ["--model", model]
        result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env={**os.environ, "OMP_NUM_THREADS": "1"})
        if result.returncode not in (0, 3):  # 3: some pictures without ink
            sys.exit(result.stderr)
        return json.loads(result.stdout)


def seconds_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def steps(pictures, model):
    rows = [(name, evaluate(changes, pictures, model)) for name, changes in VARIANTS]
    rows.append(("only resized (--raw)", evaluate([], pictures, model, ("--raw",))))
    groups = list(rows[0][1]["groups"])
    print("| preparation | all | " + " | ".join(f"{g} ({rows[0][1]['groups'][g]['count']})" for g in groups) + " |")
    print("|---|" + "---|" * (len(groups) + 1))
    for name, result in rows:
        print(f"| {name} | {result['accuracy']:.1%} | "
              + " | ".join(f"{result['groups'][g]['accuracy']:.1%}" for g in groups) + " |")


def candidates(pictures, model):
    for name, changes in CANDIDATES:
        before = seconds_of_children()
        result = evaluate(changes, pictures, model)
        milliseconds = 1000 * (seconds_of_children() - before) / result["count"]
        digits, none = result["digits"]["count"], result["noDigits"]
        right = result["count"] - result["errors"] - none["refused"]
        if not changes:
            print(f"| candidates | right of {digits} digits | refused of {none['count']} without one | CPU time a picture |\n|---|---|---|---|")
        print(f"| {name} | {right / digits:.1%} | {none['refused'] / none['count']:.1%} | {milliseconds:.0f} ms |", flush=True)


def main():
    arguments = sys.argv[1:]
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        return
    table = candidates if arguments[:1] == ["--candidates"] else steps
    rest = arguments[1:] if table is candidates else arguments
    if len(rest) not in (1, 2) or rest[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    table(rest[0], rest[1] if len(rest) == 2 else None)


if __name__ == "__main__":
    main()
