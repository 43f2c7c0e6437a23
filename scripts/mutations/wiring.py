#!/usr/bin/env python3
"""Puts each mutation of wiring.ini into a copy of the sources, one at a time, and sees whether its tests fail.

    scripts/mutations/wiring.py [ID]...      default: all; scripts/mutate.sh wiring calls this

Each section of wiring.ini is one wrong program: the file (below src/main/java), the text that is replaced (it must be there once;
blanks and line ends count alike), what by, what a user would get, and the test classes, one of which must fail. First the tests
must pass with the sources as they are. Prints a Markdown table; the status is 0 if every mutation is found. The copy is in
target/wiring.
"""

import configparser
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

PROJECT = pathlib.Path(__file__).resolve().parents[2]
COPY = PROJECT / "target" / "wiring"
SOURCES = pathlib.Path("src/main/java")
LONGEST_SECONDS = 900


class Fault(Exception):
    """Why a mutation could not be judged."""


def read_mutations(wanted):
    table = configparser.ConfigParser(delimiters=(":",), comment_prefixes=("#",), interpolation=None)
    table.read(pathlib.Path(__file__).with_name("wiring.ini"), encoding="utf-8")
    unknown = set(wanted) - set(table.sections())
    if unknown:
        sys.exit(f"mutate.sh: there is no mutation {', '.join(sorted(unknown))} in wiring.ini")
    return {name: table[name] for name in wanted or table.sections()}


def tests_of(mutation):
    return mutation["tests"].split()


def make_copy():
    """The project as it is built, with sources and classes of its own; what is only read is linked."""
    subprocess.run(["mvn", "-B", "-q", "test-compile", "dependency:build-classpath", "-Dmdep.includeScope=compile",
                    "-Dmdep.outputFile=target/wiring.classpath"], cwd=PROJECT, check=True)
    shutil.rmtree(COPY, ignore_errors=True)
    (COPY / "target").mkdir(parents=True)
    (COPY / "src").mkdir()
    for name in (".mvn", "data", "scripts", "README.md", "src/test"):
        (COPY / name).symlink_to(PROJECT / name)
    shutil.copy(PROJECT / "pom.xml", COPY)
    shutil.copytree(PROJECT / "src/main", COPY / "src/main")
    for name in ("classes", "test-classes"):
        shutil.copytree(PROJECT / "target" / name, COPY / "target" / name)


def mutate(mutation):
    """Changes the file and returns what it was."""
    file = COPY / SOURCES / mutation["file"]
    if not file.exists():
        raise Fault(f"there is no {mutation['file']}")
    text = file.read_text(encoding="utf-8")
    # However the lines are broken: the formatter does as it likes.
    pattern = r"\s*".join(map(re.escape, "".join(mutation["replace"].split())))
    places = re.findall(pattern, text)
    if len(places) != 1:
        raise Fault(f"what it replaces is {len(places)} times in {mutation['file']}, not once")
    file.write_text(re.sub(pattern, lambda match: mutation["by"], text), encoding="utf-8")
    return file, text


def compile_all():
    # All files, as constants are copied into the classes that use them.
    files = [str(file) for file in (COPY / SOURCES).rglob("*.java")]
    classpath = (PROJECT / "target/wiring.classpath").read_text().strip()
    arguments = COPY / "target" / "javac.txt"
    arguments.write_text("\n".join(files))
    javac = subprocess.run(["javac", "--release", "17", "-nowarn", "-g", "-parameters", "-XDstringConcat=inline", "-proc:none",
                            "-cp", classpath, "-d", str(COPY / "target/classes"), f"@{arguments}"], capture_output=True, text=True)
    if javac.returncode != 0:
        raise Fault("it does not compile: " + javac.stderr.strip().splitlines()[0])


def failing(tests):
    """The names of the tests that fail, of those in some classes."""
    for test in tests:
        if not list((COPY / "target/test-classes").rglob(test + ".class")):
            raise Fault(f"there is no test class {test}")
    reports = COPY / "target/surefire-reports"
    shutil.rmtree(reports, ignore_errors=True)
    try:
        log = subprocess.run(["mvn", "-B", "surefire:test", "-Dtest=" + ",".join(tests)], cwd=COPY, capture_output=True, text=True,
                             timeout=LONGEST_SECONDS).stdout
    except subprocess.TimeoutExpired:
        return ["they did not end"]
    cases = [case for report in reports.glob("TEST-*.xml") for case in xml.etree.ElementTree.parse(report).iter("testcase")]
    if not cases:
        raise Fault("no test was run: " + "".join(line for line in log.splitlines() if "ERROR" in line)[:200])
    return [f"{case.get('classname').rpartition('.')[2]}.{case.get('name')}" for case in cases
            if case.find("failure") is not None or case.find("error") is not None]


def judge(mutation):
    file = None
    try:
        file, text = mutate(mutation)
        compile_all()
        failed = failing(tests_of(mutation))
        return "found by " + failed[0] if failed else "**survived**"
    except Fault as fault:
        return f"**not judged**: {fault}"
    finally:
        if file:
            file.write_text(text, encoding="utf-8")


def main(wanted):
    mutations = read_mutations(wanted)
    make_copy()
    compile_all()
    known = {test for mutation in mutations.values() for test in tests_of(mutation)
             if list((COPY / "target/test-classes").rglob(test + ".class"))}
    before = failing(sorted(known)) if known else []
    if before:
        sys.exit("mutate.sh: these fail without any mutation: " + ", ".join(before))
    print("| id | what a user would get | result |\n|---|---|---|", flush=True)
    found = 0
    for name, mutation in mutations.items():
        result = judge(mutation)
        found += result.startswith("found")
        print(f"| {name} | {' '.join(mutation['user'].split())} | {result} |", flush=True)
    print(f"\n{found} of {len(mutations)} found")
    return 0 if found == len(mutations) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
