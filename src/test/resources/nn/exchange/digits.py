"""The data of the scripts beside this one, and the file in which each leaves what its network answers.

The images are scikit-learn's digits, 8 x 8 pixels, scaled to 0 to 255 as in an image file.
"""

import pathlib

import numpy as np
from sklearn.datasets import load_digits

HERE = pathlib.Path(__file__).parent
PIXELS = np.round(load_digits().data * (255 / 16)).astype(np.uint8)
LABELS = load_digits().target
SHOWN = PIXELS[:6]


def write_golden(name, logits):
    """One line an image: its pixels, a bar, and the network's logits."""
    with open(HERE / f"{name}.golden", "w") as file:
        for pixels, row in zip(SHOWN, np.asarray(logits, np.float64)):
            print(*pixels, "|", *(f"{value:.7g}" for value in row), file=file)
