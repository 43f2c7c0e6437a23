"""Runs the sweeps that are named on the command line, or all of them, and prints what they counted."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import disks
import kills
import limits
import power
import syscalls
from training import Failed, Skipped, Training

SWEEPS = {
    "kill": kills.random_moments,
    "kill-in-place": kills.in_place_writer,
    "disk-full-start": disks.too_small_from_the_start,
    "disk-full-later": disks.full_in_the_middle,
    "system-calls": syscalls.each_fails_once,
    "power-loss": power.unsynced_is_lost,
    "limits": limits.places_that_cannot_be_written,
    "company": limits.readers_and_signals_beside_a_training,
    "installed-copy": limits.another_user,
}


def main(names):
    if names == ["--list"]:
        print("\n".join(f"{name:18}{sweep.__doc__.splitlines()[0]}" for name, sweep in SWEEPS.items()))
        return 0
    unknown = [name for name in names if name not in SWEEPS]
    if unknown:
        print(f"torture.sh: there is no sweep '{unknown[0]}'; there are: {', '.join(SWEEPS)}", file=sys.stderr)
        return 2
    subprocess.run([Path(__file__).parent.parent / "nn", "--version"], check=True, stdout=subprocess.DEVNULL)  # builds
    failures = 0
    with tempfile.TemporaryDirectory(prefix="nn-torture-") as scratch:
        training = Training(Path(scratch))
        for name in names or SWEEPS:
            begun = time.monotonic()
            try:
                figures = SWEEPS[name](training)
            except Skipped as reason:
                figures = f"skipped: {reason}"
            except Failed as reason:
                failures += 1
                figures = f"FAILED: {reason}"
            print(f"{name:18}{figures} ({time.monotonic() - begun:.0f} s)", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
