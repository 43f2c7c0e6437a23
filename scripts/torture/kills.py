"""kill -9 at random moments."""

import random
import subprocess
import sys
import time
from pathlib import Path

from training import MODEL, STATE, digest, finish, is_whole, require, resuming, start, temporaries, torn

KILLS = 200
KILLS_OF_A_RUN = 5
# A state of 3.3 MB after each step: most of the time is spent in writing.
HEAVY = dict(epochs=6, hidden=256)
EACH_STEP = dict(interval="1")


def random_moments(training):
    """kill -9 at 200 random moments of a training that saves every few milliseconds"""
    chance = random.Random(1)
    counts = dict(kills=0, inside=0, torn=0, lost=0, two=0, left=0, runs=0, differ=0)
    while counts["kills"] < KILLS:
        run = training.directory("killed")
        command = training.command(run, **HEAVY, **EACH_STEP)
        for _ in range(KILLS_OF_A_RUN):
            kill_once(command, run, chance, counts)
            if (run / "config.json").exists():
                command = resuming(run, **EACH_STEP)
        finish(command)
        counts["runs"] += 1
        counts["differ"] += digest(run) != training.weights(**HEAVY)
        counts["left"] += len(temporaries(run))
    text = ("{kills} kills, {inside} of them inside of a write: {torn} torn files, {lost} lost models or states, {two} times "
            "more than one temporary file; {runs} runs went on to their end: {differ} with other weights, {left} temporary "
            "files left").format(**counts)
    require(not any(counts[key] for key in ("torn", "lost", "two", "left", "differ")), text)
    return text


def kill_once(command, run, chance, counts):
    """Starts the training, kills it somewhere and counts what is found; one that was quicker does not count."""
    before = {name for name in (STATE, MODEL) if (run / name).exists()}
    process = start(command)
    if chance.random() < 0.9:
        await_save(process, run)
        time.sleep(chance.uniform(0, 0.4))
    else:
        time.sleep(chance.uniform(0, 1.5))
    if process.poll() is not None:
        return
    process.kill()
    process.communicate()
    counts["kills"] += 1
    if not run.exists():
        return
    left = temporaries(run)
    counts["inside"] += len(left) > 0
    counts["two"] += len(left) > 1
    counts["torn"] += len(torn(run))
    counts["lost"] += sum(not (run / name).exists() for name in before)


def await_save(process, run):
    """Waits until the process has saved."""
    state = run / STATE
    begun = state.stat().st_mtime_ns if state.exists() else 0
    while process.poll() is None and not (state.exists() and state.stat().st_mtime_ns > begun):
        time.sleep(0.002)


def in_place_writer(training):
    """the same against a writer without care, which must be caught, or the sweep above proves nothing"""
    file = training.scratch / "in-place.safetensors"
    sample = training.directory("sample")
    finish(training.command(sample, epochs=1))
    original = (sample / STATE).read_bytes()
    chance = random.Random(2)
    torn_files = 0
    for _ in range(50):
        file.write_bytes(original)
        process = subprocess.Popen([sys.executable, "-c", IN_PLACE, str(file)])
        time.sleep(0.2 + chance.uniform(0, 0.1))
        process.kill()
        process.wait()
        torn_files += not is_whole(Path(file))
    text = f"50 kills, {torn_files} torn files, as it should be"
    require(torn_files > 0, "none of 50 kills was noticed")
    return text


IN_PLACE = """
import sys
content = open(sys.argv[1], 'rb').read()
while True:
    with open(sys.argv[1], 'wb') as file:
        for at in range(0, len(content), 8192):
            file.write(content[at:at + 8192])
            file.flush()
"""
