"""Digits and letters drawn stroke by stroke, as a pen, a mouse or a finger does."""

import pathlib

import numpy as np
from PIL import Image, ImageDraw

CURVE, LINE = "curve", "line"


def read_shapes():
    """The variants of each digit and letter in strokes.txt: lists of strokes, each CURVE or LINE with its points (x, y)."""
    shapes = {}
    for row in pathlib.Path(__file__).with_name("strokes.txt").read_text().splitlines():
        if row.startswith("#"):
            continue
        character, _, strokes = row.partition(" ")
        split = [stroke.split() for stroke in strokes.split(";")]
        variant = [(way, [tuple(map(float, p.split(","))) for p in points]) for way, *points in split]
        shapes.setdefault(character, []).append(variant)
    return shapes


SHAPES = read_shapes()


def strokes_of(chance, character, variant=None):
    """The strokes of one handwritten digit or letter: arrays [points, 2] in a box about 1 high."""
    shapes = SHAPES[str(character)]
    shape = shapes[chance.whole(0, len(shapes) - 1) if variant is None else variant]
    width, slant, turn = chance.about(1, 1.25), chance.between(-0.25, 0.12), chance.between(-0.08, 0.08)
    across = np.array([[width, slant + turn], [-turn, 1]], np.float32)
    wobble = chance.between(0.005, 0.025)
    swing, phase = chance.generator.uniform(0, 0.05, 2), chance.generator.uniform(0, 1, 2)
    moved = {}  # a point that two strokes share moves once
    strokes = []
    for way, points in shape:
        places = np.array([moved.setdefault(p, np.array(p, np.float32) + wobble * chance.normal(2)) for p in points])
        path = smooth(places) if way == CURVE else straight(chance, places)
        strokes.append((warped(path, swing, phase) - (0.3, 0.5)) @ across.T)
    return strokes


def strokes_of_word(chance, word):
    """The strokes of a word, its letters side by side."""
    strokes, x = [], 0
    for character in word:
        letter = strokes_of(chance, character)
        across = np.concatenate(letter)[:, 0]
        strokes += [stroke + (x - across.min(), 0) for stroke in letter]
        x += across.max() - across.min() + chance.between(0.14, 0.26)
    return strokes


def warped(path, swing, phase):
    """Bent by slow waves, as no two hands draw alike."""
    return path + swing * np.sin(2 * np.pi * (path[:, ::-1] * (0.7, 1.1) + phase))


def smooth(points):
    """A Catmull-Rom spline through the points."""
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    t = np.linspace(0, 1, 9, dtype=np.float32)[:, None]
    parts = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        parts.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.concatenate(parts)


def straight(chance, points):
    """Lines between the points, slightly bent."""
    t = np.linspace(0, 1, 9, dtype=np.float32)[:, None]
    parts = []
    for a, b in zip(points, points[1:]):
        bend = chance.between(-0.03, 0.03) * np.array([a[1] - b[1], b[0] - a[0]])
        parts.append(a + (b - a) * t + 4 * t * (1 - t) * bend)
    return np.concatenate(parts)


def drawn(chance, strokes, height, pen, pressure=0.15):
    """Coverage of strokes scaled to a height in pixels, cropped to the ink; pen is the stroke's width in heights."""
    every = np.concatenate(strokes)
    low = every.min(0)
    body = max(1e-6, every[:, 1].max() - low[1])
    detail = 3 if height < 150 else 2
    inner = max(2.0, height * (1 - pen)) * detail
    radius = max(0.6, pen * height * detail / 2)
    places = [(s - low) / body * inner + radius + detail for s in strokes]
    right, bottom = np.ceil(np.concatenate(places).max(0) + radius + detail).astype(int)
    image = Image.new("L", (int(right), int(bottom)))
    draw = ImageDraw.Draw(image)
    for place in places:
        steps = np.linspace(0, chance.between(2, 7), len(place)) + chance.between(0, 7)
        radii = radius * (1 - pressure / 2 + pressure / 2 * np.sin(steps))
        for (x0, y0), (x1, y1), r in zip(place, place[1:], radii):
            draw.line((x0, y0, x1, y1), 255, max(1, round(2 * r)))
            draw.ellipse((x1 - r, y1 - r, x1 + r, y1 + r), 255)
        (x, y), r = place[0], radii[0]
        draw.ellipse((x - r, y - r, x + r, y + r), 255)
    small = image.resize((max(1, right // detail), max(1, bottom // detail)), Image.Resampling.BOX)
    return cropped(np.asarray(small, np.float32) / 255)


def cropped(coverage):
    """The part of a coverage that has ink."""
    rows, columns = np.flatnonzero(coverage.max(1) > 0.1), np.flatnonzero(coverage.max(0) > 0.1)
    if len(rows) == 0:
        return coverage
    return coverage[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
