"""What a scene is about: a digit, or something else in the digit's place."""

import numpy as np

from . import glyphs, others, strokes

OTHERS = {
    "letter": others.letter,
    "sign": others.sign,
    "word": others.word,
    "mark": others.mark,
    "scribble": others.scribble,
    "blot": others.blot,
}
NOTHING = "nothing"


def written(chance, subject, height, pen=None):
    """Coverage of a handwritten digit or of another subject, cropped to its ink.

    Pen is the stroke's width in heights, random without it. The coverage of "nothing" has no ink.
    """
    if subject == NOTHING:
        return np.zeros((max(3, round(height)), max(3, round(0.7 * height))), np.float32)
    if subject in OTHERS:
        return OTHERS[subject](chance, height)
    if pen is None:
        pen = chance.about(0.09, 2)
    if chance.often(0.6):
        return glyphs.mnist(chance, subject, height, pen)
    return strokes.drawn(chance, strokes.strokes_of(chance, subject), height, pen)


def image(chance, subject):
    """Pixels [28, 28] as MNIST has them: a training digit, or the other subject in the middle of 28 x 28 pixels."""
    if isinstance(subject, int):
        return chance.mnist.image(chance, subject)
    pixels = np.zeros((28, 28), np.float32)
    coverage = written(chance, subject, 20)
    if coverage.shape[1] > 26:
        coverage = glyphs.resized(coverage, max(3, 20 * 26 / coverage.shape[1]))[:26, :26]
    h, w = coverage.shape
    pixels[14 - h // 2 : 14 - h // 2 + h, 14 - w // 2 : 14 - w // 2 + w] = coverage
    return pixels
