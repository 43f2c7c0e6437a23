#!/usr/bin/env python3
"""Tries configurations of `nn train` against each other on the validation split; the test images are never read.

Each line of the configurations is "NAME: FLAGS", such as "wider: --preset default --hidden 768,256"; # starts a comment. Every
configuration is trained with seeds 1 to N, and appends a line to the table: name, seed, validation errors, their number of
images, validation loss, seconds of training, flags. What the table holds already is not done again, so a stopped sweep goes on.

  scripts/sweep.py CONFIGURATIONS TABLE [--seeds N] [--jobs N]      runs what is missing, --jobs trainings side by side
  scripts/sweep.py --summary TABLE                                  prints a Markdown table, best first
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import shlex
import signal
import statistics
import subprocess
import sys
import tempfile
import threading

NN = os.environ.get("NN", pathlib.Path(__file__).resolve().parent / "nn")
COLUMNS = ["name", "seed", "errors", "count", "loss", "seconds", "flags"]


def read_configurations(path):
    """Name -> flags, in the order of the file."""
    lines = (line.split("#")[0].strip() for line in pathlib.Path(path).read_text().splitlines())
    return dict(map(str.strip, line.split(":", 1)) for line in lines if line)


def read_table(path):
    if not pathlib.Path(path).exists():
        return []
    rows = [line.split("\t") for line in pathlib.Path(path).read_text().splitlines()[1:]]
    return [dict(zip(COLUMNS, row)) for row in rows]


def train(name, flags, seed, threads):
    with tempfile.TemporaryDirectory() as directory:
        command = [NN, "train", "--no-test", "--json", "--quiet", "--out", directory, "--force", "--seed", str(seed),
                   "--threads", str(threads), *shlex.split(flags)]
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if run.returncode != 0:
        sys.exit(f"sweep.py: {name} ended with exit code {run.returncode}: {shlex.join(map(str, command))}")
    report = json.loads(run.stdout)
    result = report["validation"]
    return [name, seed, result["errors"], result["count"], f"{result['loss']:.5f}", f"{report['seconds']:.1f}", flags]


def sweep(arguments):
    table = pathlib.Path(arguments.table)
    done = {(row["flags"], row["seed"]) for row in read_table(table)}
    missing = [(name, flags, seed) for seed in range(1, arguments.seeds + 1)
               for name, flags in read_configurations(arguments.configurations).items() if (flags, str(seed)) not in done]
    if not table.exists():
        table.write_text("\t".join(COLUMNS) + "\n")
    writing = threading.Lock()
    threads = max(1, os.cpu_count() // arguments.jobs)

    def run(task):
        row = train(*task, threads)
        with writing, table.open("a") as file:
            file.write("\t".join(map(str, row)) + "\n")
        print(*row[:6], file=sys.stderr)

    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        list(pool.map(run, missing))


def summary(path):
    groups = collections.defaultdict(list)
    for row in read_table(path):
        groups[row["name"], row["flags"], row["count"]].append(row)
    print("| configuration | validation errors, mean (each seed) | of | loss | seconds | flags |\n|---|---|---|---|---|---|")
    for (name, flags, count), rows in sorted(groups.items(), key=lambda group: mean(group[1], "errors")):
        errors = ", ".join(row["errors"] for row in sorted(rows, key=lambda row: int(row["seed"])))
        print(f"| {name} | {mean(rows, 'errors'):.1f} ({errors}) | {count} | {mean(rows, 'loss'):.4f} | "
              f"{mean(rows, 'seconds'):.0f} | `{flags}` |")


def mean(rows, column):
    return statistics.mean(float(row[column]) for row in rows)


def main():
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # | head ends it without a word
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("configurations", nargs="?")
    parser.add_argument("table", nargs="?")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--summary", metavar="TABLE")
    arguments = parser.parse_args()
    if arguments.summary:
        summary(arguments.summary)
    elif arguments.table:
        sweep(arguments)
    else:
        parser.error("give the configurations and the table, or --summary TABLE")


if __name__ == "__main__":
    main()
