#!/usr/bin/env python3
"""Fits the weights of nn.pictures.JudgmentWeights to drawn scenes, and shows what they do to other scenes.

    scripts/scenes.py FIT --seed 1; scripts/scenes.py CHECK --seed 2
    scripts/fit-judgment.py FIT CHECK

FIT and CHECK are directories as for `nn eval --images`, with the label - for no digit. All candidates of all pictures are judged by the
model. Then there are two logistic regressions. The first predicts whether a candidate is the picture's digit, rightly read; each
picture counts the same. The second predicts whether the answer that all candidates give together is right. Prints the three arrays,
and for CHECK a table by threshold. The built program (target/nn.jar) makes the candidates and what the weights are for, so nothing
is defined twice; scripts/judgment/JudgmentFit.java is compiled beside it. Needs Debian's python3-numpy.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import numpy as np
except ImportError as error:
    sys.exit(f"fit-judgment.py: {error}; sudo apt install python3-numpy")

HOME = pathlib.Path(__file__).resolve().parent.parent
JAR = HOME / "target/nn.jar"
PROGRAM = HOME / "scripts/judgment/JudgmentFit.java"
NONE = "-"
RIDGE = 0.05
STEPS = 60
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def regression(traits, right, importance):
    """The weights [traits] that predict `right` [examples], by Newton's method, with a ridge."""
    weights = np.zeros(traits.shape[1])
    for _ in range(STEPS):
        probability = 1 / (1 + np.exp(-traits @ weights))
        gradient = traits.T @ (importance * (probability - right)) + RIDGE * weights
        curvature = (traits * (importance * probability * (1 - probability))[:, None]).T @ traits
        weights -= np.linalg.solve(curvature + RIDGE * np.eye(len(weights)), gradient)
    return weights


def fit_candidates(rows, kinds):
    """The weights of the traits, and of the kinds, of which the first is 0. Row: picture, label, digit, kind, traits."""
    traits = np.array([[float(number) for number in row[4:]] for row in rows])
    kind = np.array([int(row[3]) for row in rows])[:, None] == np.arange(1, kinds)
    right = np.array([row[1] == row[2] for row in rows], float)
    pictures, of_picture, counts = np.unique([row[0] for row in rows], return_inverse=True, return_counts=True)
    weights = regression(np.hstack([traits, kind]), right, 1 / counts[of_picture])
    return weights[: traits.shape[1]], np.hstack([[0], weights[traits.shape[1]:]])


def fit_pictures(rows):
    """The weights of what is known of a picture: for a right answer, and for a digit at all. Row: label, answer, traits."""
    traits = np.array([[float(number) for number in row[2:]] for row in rows])
    even = np.ones(len(rows))
    right = np.array([row[0] == row[1] for row in rows], float)
    digit = np.array([row[0] != NONE for row in rows], float)
    return regression(traits, right, even), regression(traits, digit, even)


def table(rows):
    """What each threshold does. Row: label, answer, probability."""
    digits = np.array([row[0] != NONE for row in rows])
    right = np.array([row[0] == row[1] for row in rows])
    probability = np.array([float(row[2]) for row in rows])
    lines = [f"| refused below | {digits.sum()} digits right | digits refused | right of the answered digits "
             f"| {(~digits).sum()} without a digit refused |", "|---|---|---|---|---|"]
    for threshold in THRESHOLDS:
        answered = probability >= threshold
        lines.append(f"| {threshold} | {share(right & answered, digits)} | {share(~answered, digits)} "
                     f"| {share(right, digits & answered)} | {share(~answered, ~digits)} |")
    return "\n".join(lines)


def share(which, among):
    return f"{which[among].mean():.1%}" if among.any() else "none"


def array(name, weights):
    return f"    static final double[] {name} = {{{', '.join(f'{weight:.3f}' for weight in weights)}}};"


class Program:
    """JudgmentFit, running."""

    def __init__(self, folder, model, fit, check):
        classpath = os.pathsep.join([folder, str(JAR)])
        if subprocess.run(["javac", "-nowarn", "-proc:none", "-cp", str(JAR), "-d", folder, str(PROGRAM)]).returncode != 0:
            sys.exit(f"fit-judgment.py: {PROGRAM.name} does not fit {JAR}; build that anew: scripts/nn --version")
        self.process = subprocess.Popen(
            ["java", f"-Dnn.home={HOME}", "-cp", classpath, "nn.pictures.JudgmentFit", str(model), str(fit), str(check)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})

    def rows(self):
        """The fields of each line up to an empty one."""
        rows = []
        for line in self.process.stdout:
            if line == "\n":
                return rows
            rows.append(line.rstrip("\n").split("\t"))
        if self.process.wait() != 0 or not rows:
            sys.exit("fit-judgment.py: the program failed; see the message above")
        return rows

    def tell(self, *arrays):
        for weights in arrays:
            self.process.stdin.write("\t".join(f"{weight:.3f}" for weight in weights) + "\n")
        self.process.stdin.flush()


class Arguments(argparse.ArgumentParser):
    """Says in one line what is wrong."""

    def error(self, message):
        print(f"fit-judgment.py: {message}; --help says more", file=sys.stderr)
        sys.exit(2)


def labeled(text):
    directory = pathlib.Path(text)
    if not directory.is_dir():
        raise argparse.ArgumentTypeError(f"'{text}' is not a directory")
    return directory


def main():
    parser = Arguments(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fit", type=labeled, metavar="FIT", help="scenes that the weights are fitted to")
    parser.add_argument("check", type=labeled, metavar="CHECK", help="other scenes, for the table")
    parser.add_argument("--model", type=pathlib.Path, default=HOME / "data/model.safetensors", help="default: the one that ships")
    arguments = parser.parse_args()
    if not arguments.model.is_file():
        parser.error(f"--model: there is no file '{arguments.model}'")
    if not JAR.is_file():
        sys.exit(f"fit-judgment.py: {JAR} does not exist; build it: scripts/nn --version")
    with tempfile.TemporaryDirectory() as folder:
        program = Program(folder, arguments.model, arguments.fit, arguments.check)
        rows = program.rows()
        kinds = int(rows.pop(0)[0])
        candidate, kind = fit_candidates(rows, kinds)
        program.tell(candidate, kind)
        right, digit = fit_pictures(program.rows())
        program.tell(right, digit)
        checked = program.rows()
    print(array("CANDIDATE", candidate), array("KIND", kind), array("RIGHT", right), array("DIGIT", digit), "",
          table(checked), sep="\n")


if __name__ == "__main__":
    main()
