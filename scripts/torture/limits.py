"""What the surroundings forbid, and who else is there."""

import os
import shutil
import subprocess
import time

from disks import small_disk
from kills import await_save
from training import (CANNOT_WRITE, HOME, MODEL, NN, STATE, Skipped, digest, finish, is_whole, require, resuming, start,
                      temporaries, torn)

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
STOPPED, BAD_INPUT = 143, 3


def places_that_cannot_be_written(training):
    """read-only disks, missing permissions, limits on files: refused before the training, or nothing is lost"""
    done = []
    for name, case in PLACES.items():
        try:
            case(training)
            done.append(name)
        except Skipped:
            done.append(f"{name} (skipped)")
    return ", ".join(done)


def refused(training, run, wrapper=(), reason=""):
    """The training must not begin: one line, no epoch."""
    command = [*wrapper, *(word for word in training.command(run) if word != "--quiet")]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=training.scratch)
    lines = done.stderr.splitlines()
    require(done.returncode == CANNOT_WRITE and len(lines) == 1 and lines[0].startswith("nn: ") and reason in lines[0],
            f"exit code {done.returncode}: {done.stderr}")


def as_nobody(training):
    """The words that run what follows as a user who owns only a place for temporary files."""
    if os.geteuid() != 0:
        raise Skipped("not root")
    training.scratch.chmod(0o755)
    temporary = training.scratch / "nobody"
    if not temporary.exists():
        temporary.mkdir()
        shutil.chown(temporary, 65534, 65534)
    words = [*NOBODY, "env", "HOME=/nonexistent", f"TMPDIR={temporary}"]
    if subprocess.run([*words, "test", "-r", NN], capture_output=True).returncode != 0:
        raise Skipped("others may not read this checkout")
    return words


def read_only_disk(training):
    with small_disk(training, "size=4m") as disk:
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        refused(training, disk / "run", reason="read-only")


def no_permission(training):
    place = training.directory("closed")
    place.mkdir(mode=0o755)
    refused(training, place / "run", as_nobody(training), "permission")
    require(os.listdir(place) == [], "something was left")


def unreadable_picture(training):
    picture = training.scratch / "secret.png"
    picture.write_bytes(b"\x89PNG")
    picture.chmod(0o600)
    done = subprocess.run([*as_nobody(training), NN, "predict", picture], capture_output=True, text=True, cwd="/")
    require(done.returncode == BAD_INPUT and "may not be read" in done.stderr, f"{done.returncode}: {done.stderr}")


def immutable(training):
    place = training.directory("immutable")
    place.mkdir()
    if subprocess.run(["chattr", "+i", place], capture_output=True).returncode != 0:
        raise Skipped("no chattr here")
    try:
        refused(training, place, reason="permission")
    finally:
        subprocess.run(["chattr", "-i", place], check=True)


def no_inodes(training):
    with small_disk(training, "size=4m,nr_inodes=2") as disk:
        refused(training, disk / "run", reason="no space")
        require(os.listdir(disk) == [], "something was left")


def other_files(training):
    place = training.directory("notes")
    place.mkdir()
    (place / "notes.txt").write_text("mine")
    refused(training, place, reason="other files")
    refused(training, place / "notes.txt", reason="is a file")
    refused(training, place / "notes.txt" / "run", reason="is a file")
    require(os.listdir(place) == ["notes.txt"], "something was left")


def limit_on_sizes(training):
    """A file limit below each size that the run needs; the smallest are met at the start."""
    for kilobytes in (1, 4, 16, 64, 128, 256, 400, 2048):
        run = training.directory("limited")
        command = training.command(run, epochs=1)
        finish(["bash", "-c", f'ulimit -f {kilobytes}; exec "$@"', "bash", *command], expected=(0, CANNOT_WRITE))
        if run.exists():
            require(not torn(run) and not temporaries(run), f"torn or left with ulimit -f {kilobytes}")
            finish(resuming(run))
            require(digest(run) == training.weights(epochs=1), "other weights")


def few_descriptors(training):
    run = training.directory("few")
    finish(["bash", "-c", 'ulimit -n 16; exec "$@"', "bash", *training.command(run, epochs=1)], expected=(0, CANNOT_WRITE))
    require(not run.exists() or not torn(run), "torn")


def little_memory(training):
    for megabytes in (4, 8):
        run = training.directory("small")
        options = {**os.environ, "NN_JAVA_OPTS": f"-Xmx{megabytes}m"}
        message = finish([NN, "train", "--out", run, "--hidden", "16", "--epochs", "1"], expected=CANNOT_WRITE, env=options)
        require("not enough memory" in message, message)
        require(not run.exists() or not torn(run) and not temporaries(run), "torn or left")


def removed_while_training(training):
    run = training.directory("removed")
    process = start(training.command(run, epochs=200))
    await_save(process, run)
    while run.exists():
        shutil.rmtree(run, ignore_errors=True)
    message = process.communicate(timeout=60)[1]
    require(process.returncode == CANNOT_WRITE and "its directory does not exist" in message, message)


PLACES = {
    "read-only disk": read_only_disk, "no permission": no_permission, "unreadable picture": unreadable_picture,
    "immutable": immutable, "no inodes": no_inodes, "other files": other_files, "ulimit -f": limit_on_sizes,
    "ulimit -n": few_descriptors, "little memory": little_memory, "directory removed": removed_while_training,
}


def readers_and_signals_beside_a_training(training):
    """20 readers of the model, a second training, a stop of 10 seconds, signals: the weights stay the same"""
    run = training.directory("company")
    process = start(training.command(run))
    await_save(process, run)
    finish(resuming(run), expected=CANNOT_WRITE)
    process.send_signal(19)  # SIGSTOP
    time.sleep(10)
    process.send_signal(18)  # SIGCONT
    while process.poll() is None and not (run / MODEL).exists():
        time.sleep(0.01)
    readers = [start([NN, "inspect", run / MODEL]) for _ in range(20)]
    for reader in readers:
        message = reader.communicate()[1]
        require(reader.returncode == 0, f"a reader failed: {message}")
    if process.poll() is None:
        process.send_signal(15)
        message = process.communicate()[1]
        require(process.returncode in (STOPPED, 0), f"exit code {process.returncode}: {message}")
    finish(resuming(run))
    require(digest(run) == training.weights() and not temporaries(run), "other weights")
    require(is_whole(run / STATE), "a torn state")
    return "20 readers right, the second training refused, the same weights"


def another_user(training):
    """an installed copy that its user may not write, with and without a home"""
    words = as_nobody(training)
    copy = training.directory("installed")
    copy.mkdir()
    for name in ("pom.xml", ".mvn", "src", "scripts", "data", "target/nn.jar", "target/lib"):
        (copy / name).parent.mkdir(exist_ok=True)
        subprocess.run(["cp", "-r", HOME / name, copy / name], check=True)
    subprocess.run(["chmod", "-R", "a+rX", copy, training.data], check=True)
    before = subprocess.run(["find", copy], capture_output=True, text=True).stdout
    home = training.directory("home")
    home.mkdir()
    shutil.chown(home, 65534, 65534)
    nn = copy / "scripts" / "nn"
    for number, place in enumerate((["env", f"HOME={home}"], [], ["env", "-u", "HOME"])):
        run = home / f"run-{number}"
        options = {**os.environ, "NN_JAVA_OPTS": "-Djava.io.tmpdir=/nonexistent"}
        finish([*words, *place, nn, *training.command(run, epochs=1)[1:]], env=options, cwd=home)
        require(digest(run) == training.weights(epochs=1), "other weights")
    nowhere = finish([*words, "env", "TMPDIR=/", nn, "--version"], expected=CANNOT_WRITE)
    require("HOME or TMPDIR" in nowhere, nowhere)
    after = subprocess.run(["find", copy], capture_output=True, text=True).stdout
    require(before == after, "the copy was written to")
    return "trains with a home, with one that is missing, and without; nothing written to the copy"
