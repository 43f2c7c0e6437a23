"""Full disks: small file systems in memory."""

import contextlib
import os
import subprocess

from kills import await_save
from training import CANNOT_WRITE, STATE, Skipped, digest, finish, require, resuming, start, temporaries, torn

PAGE = 4 << 10


@contextlib.contextmanager
def small_disk(training, options):
    """A tmpfs; torture.sh runs in a mount namespace of its own, so nothing is left even if this is killed."""
    place = training.directory("disk")
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", place], capture_output=True).returncode != 0:
        raise Skipped("may not mount a file system")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def too_small_from_the_start(training):
    """disks of every size up to what a training needs, empty or with an old run that --force would replace"""
    refused = finished = 0
    for size in range(4 * PAGE, 1_250_000, 12 * PAGE):
        with small_disk(training, f"size={size}") as disk:
            run = disk / "run"
            message = finish(training.command(run, epochs=1), expected=(0, CANNOT_WRITE))
            if (run / "report.json").exists():
                finished += 1
                require(digest(run) == training.weights(epochs=1) and not torn(run) and not temporaries(run), "wrong weights")
            else:
                refused += 1
                require("no space left" in message, message)
                require(os.listdir(disk) == [], f"left behind: {os.listdir(disk)}")
    require(refused and finished, f"{refused} refused, {finished} finished")
    with small_disk(training, "size=1200000") as disk:
        run = disk / "run"
        finish(training.command(run, epochs=1))
        finish(training.command(run, "--force", hidden=512), expected=CANNOT_WRITE)
        require(digest(run) == training.weights(epochs=1) and not torn(run), "the old run was lost")
    return f"{refused} sizes refused before the training with nothing left, {finished} finished; an old run kept"


def full_in_the_middle(training):
    """a disk that fills up while the training runs, but for so many bytes"""
    state = training.directory("sample")
    finish(training.command(state, epochs=1))
    needed = (state / STATE).stat().st_size
    sizes = [*range(0, needed, 10 * PAGE), *range(needed - 2 * PAGE, needed + 3 * PAGE, PAGE)]
    stopped = 0
    for size in sizes:
        with small_disk(training, "size=4m") as disk:
            run = disk / "run"
            process = start(training.command(run))
            await_save(process, run)
            fill(disk / "filler", size)
            message = process.communicate()[1]
            require(process.returncode in (0, CANNOT_WRITE), f"exit code {process.returncode}: {message}")
            stopped += process.returncode == CANNOT_WRITE
            require(process.returncode == 0 or "no space left" in message, message)
            require(not torn(run) and not temporaries(run) and (run / STATE).exists(), f"torn or left: {os.listdir(run)}")
            (disk / "filler").unlink()
            finish(resuming(run))
            require(digest(run) == training.weights(), "other weights after the disk had space again")
    return f"{len(sizes)} disks, {stopped} trainings stopped: 0 torn files, 0 lost states, 0 left over, all went on to the same weights"


def fill(filler, left):
    """Leaves so many bytes free."""
    with open(filler, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(PAGE))
        except OSError:
            file.truncate(max(0, file.tell() - left))
