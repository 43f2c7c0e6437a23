"""Digits drawn stroke by stroke, as a pen, a mouse or a finger does."""

import numpy as np
from PIL import Image, ImageDraw

# Strokes of each digit's variants: points (x, y) in a box 1 high, y downward; a curve passes smoothly, a line straight.
CURVE, LINE = "curve", "line"
SHAPES = {
    0: [
        [
            (
                CURVE,
                [
                    (0.38, 0.02),
                    (0.12, 0.15),
                    (0.02, 0.5),
                    (0.12, 0.85),
                    (0.35, 0.99),
                    (0.58, 0.85),
                    (0.66, 0.5),
                    (0.58, 0.14),
                    (0.36, 0.01),
                ],
            )
        ],
        [
            (
                CURVE,
                [
                    (0.5, 0.05),
                    (0.2, 0.08),
                    (0.04, 0.45),
                    (0.1, 0.88),
                    (0.36, 0.98),
                    (0.6, 0.75),
                    (0.62, 0.35),
                    (0.48, 0.06),
                    (0.36, 0.06),
                ],
            )
        ],
    ],
    1: [
        [(LINE, [(0.2, 0), (0.2, 1)])],
        [(LINE, [(0.3, 0), (0.12, 1)])],
        [(LINE, [(0.02, 0.24), (0.27, 0.01), (0.26, 1)])],
        [(CURVE, [(0.22, 0), (0.24, 0.3), (0.2, 0.7), (0.23, 1)])],
        [(LINE, [(0.05, 0.25), (0.3, 0.01), (0.3, 0.98)]), (LINE, [(0.06, 0.99), (0.54, 0.98)])],
    ],
    2: [
        [
            (CURVE, [(0.04, 0.24), (0.16, 0.06), (0.38, 0.01), (0.58, 0.12), (0.58, 0.34), (0.36, 0.64), (0.03, 0.97)]),
            (LINE, [(0.03, 0.97), (0.66, 0.96)]),
        ],
        [
            (
                CURVE,
                [
                    (0.04, 0.2),
                    (0.28, 0.0),
                    (0.55, 0.1),
                    (0.56, 0.36),
                    (0.3, 0.75),
                    (0.08, 0.95),
                    (0.08, 0.8),
                    (0.3, 0.84),
                    (0.68, 0.97),
                ],
            )
        ],
        [
            (CURVE, [(0.02, 0.12), (0.3, 0.01), (0.52, 0.1), (0.5, 0.35), (0.28, 0.65), (0.04, 0.9)]),
            (CURVE, [(0.04, 0.9), (0.25, 0.86), (0.45, 1), (0.62, 0.92)]),
        ],
    ],
    3: [
        [
            (CURVE, [(0.05, 0.12), (0.3, 0.01), (0.54, 0.12), (0.5, 0.34), (0.25, 0.47)]),
            (CURVE, [(0.25, 0.47), (0.54, 0.56), (0.6, 0.78), (0.36, 0.98), (0.03, 0.9)]),
        ],
        [
            (LINE, [(0.06, 0.02), (0.58, 0.03), (0.26, 0.42)]),
            (CURVE, [(0.26, 0.42), (0.54, 0.5), (0.6, 0.75), (0.4, 0.97), (0.03, 0.9)]),
        ],
    ],
    4: [
        [(LINE, [(0.12, 0.02), (0.06, 0.55), (0.66, 0.53)]), (LINE, [(0.46, 0.12), (0.43, 1)])],
        [(LINE, [(0.45, 0.0), (0.02, 0.66), (0.7, 0.66)]), (LINE, [(0.47, 0.02), (0.46, 1)])],
        [(LINE, [(0.66, 0.65), (0.02, 0.67), (0.46, 0.01), (0.47, 1)])],
        [
            (CURVE, [(0.08, 0.04), (0.04, 0.3), (0.12, 0.5), (0.35, 0.5), (0.56, 0.42)]),
            (CURVE, [(0.6, 0.0), (0.54, 0.4), (0.48, 1)]),
        ],
    ],
    5: [
        [
            (CURVE, [(0.12, 0.04), (0.1, 0.24), (0.08, 0.44), (0.3, 0.36), (0.55, 0.5), (0.58, 0.75), (0.4, 0.95), (0.04, 0.92)]),
            (LINE, [(0.12, 0.03), (0.6, 0.01)]),
        ],
        [
            (LINE, [(0.1, 0.03), (0.07, 0.45)]),
            (CURVE, [(0.07, 0.45), (0.34, 0.37), (0.58, 0.55), (0.54, 0.85), (0.28, 0.99), (0.02, 0.88)]),
            (LINE, [(0.1, 0.03), (0.62, 0.03)]),
        ],
        [
            (CURVE, [(0.2, 0.02), (0.12, 0.2), (0.22, 0.38), (0.48, 0.5), (0.52, 0.76), (0.3, 0.97), (0.0, 0.88)]),
            (LINE, [(0.2, 0.02), (0.64, 0.04)]),
        ],
    ],
    6: [
        [
            (
                CURVE,
                [
                    (0.5, 0.02),
                    (0.22, 0.2),
                    (0.05, 0.55),
                    (0.08, 0.85),
                    (0.32, 0.99),
                    (0.56, 0.85),
                    (0.56, 0.62),
                    (0.34, 0.52),
                    (0.1, 0.7),
                ],
            )
        ],
        [
            (
                CURVE,
                [
                    (0.3, 0.0),
                    (0.1, 0.35),
                    (0.03, 0.72),
                    (0.2, 0.98),
                    (0.48, 0.94),
                    (0.56, 0.72),
                    (0.4, 0.56),
                    (0.16, 0.62),
                    (0.06, 0.78),
                ],
            )
        ],
    ],
    7: [
        [(LINE, [(0.02, 0.04), (0.6, 0.02), (0.22, 1)])],
        [(LINE, [(0.02, 0.04), (0.62, 0.02), (0.24, 1)]), (LINE, [(0.12, 0.5), (0.56, 0.48)])],
        [(LINE, [(0.03, 0.2), (0.05, 0.03), (0.58, 0.02), (0.36, 0.45), (0.28, 1)])],
        [(CURVE, [(0.03, 0.14), (0.06, 0.05), (0.34, 0.06), (0.62, 0.02), (0.44, 0.42), (0.3, 0.7), (0.26, 1)])],
    ],
    8: [
        [
            (
                CURVE,
                [
                    (0.52, 0.12),
                    (0.3, 0.01),
                    (0.1, 0.14),
                    (0.16, 0.36),
                    (0.42, 0.54),
                    (0.58, 0.76),
                    (0.4, 0.97),
                    (0.14, 0.95),
                    (0.04, 0.76),
                    (0.2, 0.54),
                    (0.46, 0.36),
                    (0.54, 0.14),
                ],
            )
        ],
        [
            (CURVE, [(0.34, 0.01), (0.1, 0.12), (0.16, 0.38), (0.34, 0.47), (0.52, 0.36), (0.54, 0.12), (0.32, 0.01)]),
            (CURVE, [(0.34, 0.47), (0.06, 0.62), (0.06, 0.9), (0.34, 0.99), (0.6, 0.88), (0.58, 0.6), (0.34, 0.47)]),
        ],
    ],
    9: [
        [
            (CURVE, [(0.54, 0.16), (0.32, 0.01), (0.08, 0.14), (0.08, 0.36), (0.28, 0.48), (0.5, 0.34), (0.55, 0.12)]),
            (LINE, [(0.55, 0.12), (0.52, 1)]),
        ],
        [
            (
                CURVE,
                [
                    (0.52, 0.22),
                    (0.36, 0.0),
                    (0.1, 0.1),
                    (0.06, 0.36),
                    (0.3, 0.5),
                    (0.52, 0.3),
                    (0.54, 0.14),
                    (0.44, 0.55),
                    (0.24, 1),
                ],
            )
        ],
        [
            (
                CURVE,
                [
                    (0.56, 0.18),
                    (0.34, 0.02),
                    (0.08, 0.14),
                    (0.1, 0.4),
                    (0.34, 0.46),
                    (0.54, 0.28),
                    (0.56, 0.14),
                    (0.55, 0.5),
                    (0.46, 0.8),
                    (0.2, 0.98),
                    (0.06, 0.92),
                ],
            )
        ],
    ],
}


def strokes_of(chance, digit, variant=None):
    """The strokes of one handwritten digit: arrays [points, 2] in a box about 1 high."""
    shapes = SHAPES[digit]
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
