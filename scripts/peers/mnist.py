"""What the Python peers share: the data, the flags, and the clock.

A peer gives `run` two functions: one trains an epoch, the other counts how many images it classifies rightly. Prints one JSON
object. Without --target: imagesPerSecond and secondsPerEpoch (medians over the measured epochs) and accuracy (on the training
set, to show that it learns). With --target: reached, epochs and accuracy on the test set; the whole process is then timed from
outside.
"""

import argparse
import gzip
import json
import pathlib
import statistics
import time

import numpy as np

PIXELS = 784
CLASSES = 10
WARMUP_SECONDS = 4  # as long as for nn bench train, and at least an epoch


def read_idx(path, header):
    with gzip.open(path) as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def load(directory, split):
    """Pixels [images, 784] of 0 to 255, and labels [images]."""
    pixels = read_idx(directory / f"{split}-images-idx3-ubyte.gz", 16).reshape(-1, PIXELS)
    return pixels, read_idx(directory / f"{split}-labels-idx1-ubyte.gz", 8).astype(np.intp)


def arguments(description):
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("--data", default=pathlib.Path(__file__).parents[2] / "data" / "mnist", type=pathlib.Path)
    parser.add_argument("--hidden", default="256")
    parser.add_argument("--batch-size", default=128, type=int)
    parser.add_argument("--learning-rate", default=1e-3, type=float)
    parser.add_argument("--epochs", default=5, type=int, help="measured epochs, after the warm-up; or the most, with --target")
    parser.add_argument("--seed", default=1, type=int)
    parser.add_argument("--target", default=None, type=float, help="train until this test accuracy instead")
    return parser.parse_args()


def sizes(arguments):
    return [PIXELS, *map(int, arguments.hidden.split(",")), CLASSES]


def run(arguments, images, train_epoch, count_correct, **more):
    if arguments.target is not None:
        result = reach(arguments, train_epoch, count_correct)
    else:
        result = measure(arguments, images, train_epoch, count_correct)
    print(json.dumps({**result, **more}))


def measure(arguments, images, train_epoch, count_correct):
    started = time.perf_counter()
    train_epoch()
    while time.perf_counter() - started < WARMUP_SECONDS:
        train_epoch()
    seconds = []
    for _ in range(arguments.epochs):
        start = time.perf_counter()
        train_epoch()
        seconds.append(time.perf_counter() - start)
    median = statistics.median(seconds)
    return {"imagesPerSecond": round(images / median, 1), "secondsPerEpoch": round(median, 4),
            "accuracy": count_correct(*load(arguments.data, "train")) / images}


def reach(arguments, train_epoch, count_correct):
    pixels, labels = load(arguments.data, "t10k")
    for epoch in range(1, arguments.epochs + 1):
        train_epoch()
        accuracy = count_correct(pixels, labels) / len(labels)
        if accuracy >= arguments.target:
            break
    return {"reached": accuracy >= arguments.target, "epochs": epoch, "accuracy": accuracy}
