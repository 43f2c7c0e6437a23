#!/usr/bin/env python3
"""Prints PIT's results as a Markdown table, and writes what no test noticed to survivors.txt beside each.

    scripts/mutations/table.py RESULT...      directories with PIT's mutations.xml

A mutation counts as found if a test fails, or if it makes the tests run for ever or out of memory. "Found of covered" leaves out
what the package's own tests never reach. The last column leaves out the survivors that change nothing that a caller could see, too:
those of equivalent.tsv, at most as many as it says of a method and a kind of mutation.
"""

import collections
import csv
import pathlib
import sys
import xml.etree.ElementTree

EQUIVALENT = pathlib.Path(__file__).with_name("equivalent.tsv")
COLUMNS = ["package", "mutations", "killed", "timed out", "survived", "no coverage", "found of covered", "without equivalent ones"]

Mutation = collections.namedtuple("Mutation", "status name method line mutator description")


def read(result):
    for element in xml.etree.ElementTree.parse(result / "mutations.xml").getroot():
        status = element.get("status")
        if status != "TIMED_OUT" and element.get("detected") == "true":
            status = "KILLED"
        mutator = element.findtext("mutator").rpartition(".")[2].removesuffix("Mutator")
        yield Mutation(status, element.findtext("mutatedClass"), element.findtext("mutatedMethod"),
                       int(element.findtext("lineNumber")), mutator, element.findtext("description"))


def read_equivalent():
    """(class, method, mutator) -> how many."""
    with EQUIVALENT.open() as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return {(row["class"], row["method"], row["mutator"]): int(row["count"]) for row in rows}


def known(survivors, equivalent):
    counts = collections.Counter((mutation.name, mutation.method, mutation.mutator) for mutation in survivors)
    return sum(min(count, equivalent.get(key, 0)) for key, count in counts.items())


def percent(found, covered):
    return f"{100 * found / covered:.0f} %" if covered else "-"


def summary(result, equivalent):
    mutations = sorted(read(result), key=lambda mutation: (mutation.status, mutation.name, mutation.line))
    missed = [mutation for mutation in mutations if mutation.status in ("SURVIVED", "NO_COVERAGE")]
    (result / "survivors.txt").write_text("".join(
        f"{mutation.status.lower().replace('_', ' ')} {mutation.name}.{mutation.method}:{mutation.line} {mutation.mutator}: "
        f"{mutation.description}\n" for mutation in reversed(missed)))
    count = collections.Counter(mutation.status for mutation in mutations)
    survivors = [mutation for mutation in missed if mutation.status == "SURVIVED"]
    found = count["KILLED"] + count["TIMED_OUT"]
    covered = found + len(survivors)
    return [result.name, len(mutations), count["KILLED"], count["TIMED_OUT"], len(survivors), count["NO_COVERAGE"],
            percent(found, covered), percent(found, covered - known(survivors, equivalent))]


def main(results):
    equivalent = read_equivalent()
    print("| " + " | ".join(COLUMNS) + " |")
    print("|" + "---|" * len(COLUMNS))
    for result in map(pathlib.Path, results):
        try:
            row = summary(result, equivalent)
        except (FileNotFoundError, xml.etree.ElementTree.ParseError):
            row = [result.name, "not measured to its end"] + [""] * 6
        print("| " + " | ".join(map(str, row)) + " |")


if __name__ == "__main__":
    main(sys.argv[1:])
