"""A small training to torment, and the checks of what it leaves; the files are read here without nn's own code."""

import gzip
import hashlib
import json
import os
import shutil
import struct
import subprocess
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
NN = HOME / "scripts" / "nn"
STATE, MODEL, CONFIG, REPORT = "last.safetensors", "model.safetensors", "config.json", "report.json"
CANNOT_WRITE, BAD_CHECKPOINT = 7, 4


class Failed(Exception):
    """A promise was broken."""


class Skipped(Exception):
    """A sweep cannot be run here."""


def require(condition, message):
    if not condition:
        raise Failed(message)


class Training:
    """One small training, always the same: how to start it, and what its weights are when nothing disturbs it."""

    EPOCHS = 12
    HIDDEN = 32

    def __init__(self, scratch):
        self.scratch = scratch
        self.data = scratch / "data"
        self.data.mkdir()
        for name, header, entry, count in (
            ("train-images-idx3-ubyte", 16, 784, 1200), ("train-labels-idx1-ubyte", 8, 1, 1200),
            ("t10k-images-idx3-ubyte", 16, 784, 200), ("t10k-labels-idx1-ubyte", 8, 1, 200)):
            with gzip.open(HOME / "data" / "mnist" / f"{name}.gz") as file:
                content = bytearray(file.read(header + entry * count))
            content[4:8] = struct.pack(">I", count)
            (self.data / name).write_bytes(content)
        self._weights = {}

    def directory(self, name):
        """A path for a run that is not there yet."""
        path = self.scratch / name
        shutil.rmtree(path, ignore_errors=True)
        return path

    def command(self, out, *flags, epochs=EPOCHS, hidden=HIDDEN, interval="2ms"):
        """The words of a training, which by default saves every few milliseconds."""
        return [NN, "train", "--data", self.data, "--out", out, "--hidden", str(hidden), "--epochs", str(epochs), "--quiet",
                "--batch-size", "32", "--threads", "2", "--no-augment", "--checkpoint-interval", interval, *flags]

    def weights(self, epochs=EPOCHS, hidden=HIDDEN):
        """The digest of the weights of an uninterrupted training."""
        key = (epochs, hidden)
        if key not in self._weights:
            run = self.directory("uninterrupted")
            finish(self.command(run, epochs=epochs, hidden=hidden))
            self._weights[key] = digest(run)
        return self._weights[key]


def resuming(run, interval="2ms"):
    return [NN, "train", "--resume", run, "--checkpoint-interval", interval, "--quiet"]


def start(command, **options):
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                            **options)


def finish(command, expected=0, **options):
    """Runs to the end and returns the last line of stderr; nn's own failures are one line."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)
    lines = done.stderr.strip().splitlines() or [""]
    codes = expected if isinstance(expected, tuple) else (expected,)
    require(done.returncode in codes, f"exit code {done.returncode}, not {expected}, of {words(command)}: {done.stderr}")
    if done.returncode == CANNOT_WRITE:
        require(lines[-1].startswith("nn: ") and "\tat " not in done.stderr, f"not one line: {done.stderr}")
    return lines[-1]


def words(command):
    return " ".join(str(word) for word in command)


def digest(run):
    return json.loads((run / REPORT).read_text())["weightsDigest"]


def is_whole(file):
    """Whether the bytes are a safetensors file of nn: lengths exact, checksum right. Independent of nn's own reader."""
    content = file if isinstance(file, bytes) else file.read_bytes()
    if len(content) < 8:
        return False
    length = struct.unpack("<Q", content[:8])[0]
    try:
        header = json.loads(content[8:8 + length])
        checksum = header.pop("__metadata__")["checksum"].removeprefix("sha256:")
    except (ValueError, KeyError):
        return False
    end = max((entry["data_offsets"][1] for entry in header.values()), default=0)
    unsigned = content.replace(checksum.encode(), b"0" * 64, 1)
    return len(content) == 8 + length + end and hashlib.sha256(unsigned).hexdigest() == checksum


def temporaries(directory):
    return [name for name in os.listdir(directory) if name.startswith(".nn-") and name.endswith(".tmp")]


def torn(run):
    """The names of files in a run that are there but not whole."""
    bad = [name for name in (STATE, MODEL) if (run / name).exists() and not is_whole(run / name)]
    for name in (CONFIG, REPORT):
        try:
            if (run / name).exists():
                json.loads((run / name).read_text())
        except ValueError:
            bad.append(name)
    return bad
