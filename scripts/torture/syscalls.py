"""Failing system calls: strace answers one of them in the kernel's place, or kills the process there."""

import re
import shutil
import subprocess

from training import CANNOT_WRITE, CONFIG, Skipped, digest, finish, require, resuming, temporaries, torn

FAULTS = {
    "write": ["error=EIO", "error=ENOSPC", "signal=KILL"],
    "fsync": ["error=EIO", "error=ENOSPC", "signal=KILL"],
    "rename": ["error=EIO", "error=EXDEV", "error=EACCES", "signal=KILL"],
}
KILLED = 137
CALM = dict(epochs=1, hidden=32, interval="60s")


def strace(*options):
    """The words that run what follows under strace."""
    # Stopping only at the calls that are traced is quick, but no signals can be injected then.
    quick = [] if any("signal" in str(option) for option in options) else ["--seccomp-bpf"]
    return ["strace", "-f", *quick, "-qq", *map(str, options)]


def may_trace():
    command = strace("-o", "/dev/null", "-e", "trace=write", "-e", "inject=rename:error=EIO:when=1", "true")
    if not shutil.which("strace") or subprocess.run(command, capture_output=True).returncode != 0:
        raise Skipped("no strace, or it may not trace")


def record(training, run, calls, *options, **flags):
    """The system calls of the thread that saves, line by line, in a training."""
    may_trace()
    log = training.scratch / "trace"
    finish([*strace("-ff", "-y", "-o", log, "-e", f"trace={calls}", *options), *training.command(run, **flags)])
    threads = sorted(training.scratch.glob("trace.*"), key=lambda file: file.read_text().count("rename("))
    lines = threads[-1].read_text().splitlines()
    for file in threads:
        file.unlink()
    return lines


def each_fails_once(training):
    """each write, fsync and rename of a training's files fails, or is where the process dies"""
    run = training.directory("traced")
    lines = record(training, run, ",".join(FAULTS), **CALM)
    counts = {name: 0 for name in FAULTS}
    cases = 0
    for line in lines:
        call = re.match(r"(write|fsync|rename)\(", line)
        if not call:
            continue
        name = call.group(1)
        counts[name] += 1
        if str(run) not in line:
            continue
        for fault in FAULTS[name]:
            cases += 1
            survive(training, name, fault, counts[name])
    require(cases > 50, f"only {cases} calls were found")
    return f"{cases} faults: 0 torn files, 0 lost models, 0 temporary files left but by kills, all went on to the same weights"


def survive(training, name, fault, number):
    run = training.directory("faulty")
    killed = fault.startswith("signal")
    inject = f"inject={name}:{fault}:when={number}"
    command = [*strace("-o", "/dev/null", "-e", f"trace={name}", "-e", inject), *training.command(run, **CALM)]
    finish(command, expected=(KILLED, -9) if killed else CANNOT_WRITE)
    if run.exists():
        require(not torn(run), f"torn by {inject}: {torn(run)}")
        require(len(temporaries(run)) <= killed, f"left by {inject}: {temporaries(run)}")
    if (run / CONFIG).exists():
        finish(resuming(run, interval="60s"))
    else:
        finish(training.command(run, **CALM))
    require(not temporaries(run), f"not cleared after {inject}")
    require(digest(run) == training.weights(epochs=1), f"other weights after {inject}")
