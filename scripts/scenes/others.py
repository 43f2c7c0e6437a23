"""Coverage of what people write and draw and is no digit: letters, words, signs, marks, scribbles, blots."""

import numpy as np

from . import glyphs, pages, strokes

# Letters that nobody takes for a digit; o, l, z, s, b, g, q and the like are left out.
LETTERS = "ACEFHKMNPRUVWXYacdefhkmnpruvwxÄΔΣΨΩπλЖЮШ"
SIGNS = "@#&?%*+=~<>{}$€§→←↑↓↔✓✗✘★☆☺☹♥♠♣♦♪☀☎✈√≠±"
WORDS = (
    "hello",
    "name",
    "total",
    "cat",
    "yes",
    "Draw here",
    "NaN",
    "test",
    "and",
    "Fax",
    "www",
    "kept",
    "Herr",
    "Nummer",
    "Datum",
    "EUR",
)


def scribble(chance, height):
    """A wild line: loops, zigzags, hatching."""
    count = chance.whole(8, 40)
    kind = chance.whole(0, 2)
    if kind == 0:
        points = np.cumsum(chance.normal(count, 2), 0)
    elif kind == 1:
        points = np.stack(
            [
                np.linspace(0, 1, count) + 0.05 * chance.normal(count),
                np.arange(count) % 2 * chance.between(0.3, 1) + 0.1 * chance.normal(count),
            ],
            -1,
        )
    else:
        t = np.linspace(0, chance.between(3, 9) * 2 * np.pi, 6 * count)
        points = np.stack(
            [np.cos(t) + t * chance.between(0.05, 0.3), np.sin(t) * chance.between(0.5, 1.5)], -1
        ) + 0.08 * chance.normal(6 * count, 2)
    points = np.float32((points - points.min(0)) / np.ptp(points, axis=0).max())
    path = strokes.smooth(points) if chance.often(0.7) else points
    return strokes.drawn(chance, [path], height, chance.about(0.03, 2))


def blot(chance, height):
    """A blot or a smudge."""
    side = max(12, round(height))
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j].astype(np.float32)
    reach = np.hypot(x, y * chance.between(0.7, 1.4)) + chance.between(0.1, 0.4) * pages.clouds(
        chance, (side, side), chance.whole(3, 9)
    )
    return np.clip((0.7 - reach) * side / chance.one_of(2, 2, 20), 0, 1)


def letter(chance, height):
    return glyphs.printed(chance, chance.one_of(*LETTERS), height)


def sign(chance, height):
    return glyphs.printed(chance, chance.one_of(*SIGNS), height, "DejaVuSans.ttf")


def word(chance, height):
    return glyphs.printed(chance, chance.one_of(*WORDS), height * chance.between(0.2, 0.5))


def curve(chance, *points):
    return strokes.smooth(np.float32(points) + 0.02 * chance.normal(len(points), 2))


def straight(chance, *points):
    return strokes.straight(chance, np.float32(points) + 0.02 * chance.normal(len(points), 2))


def mark(chance, height):
    """Ticks, crosses, arrows, circles crossed out, smileys, hearts and stars by hand."""
    t = np.linspace(0, 2 * np.pi, 40)
    circle = np.stack([0.5 + 0.5 * np.cos(t), 0.5 + 0.5 * np.sin(t)], -1).astype(np.float32)
    star = np.float32([(0.5 + 0.5 * np.sin(a), 0.5 - 0.5 * np.cos(a)) for a in np.arange(6) * 4 * np.pi / 5])
    shapes = [
        [straight(chance, (0, 0.55), (0.3, 0.95), (0.95, 0))],
        [straight(chance, (0, 0), (1, 1)), straight(chance, (1, 0), (0, 1))],
        [straight(chance, (0, 0.5), (1, 0.5)), straight(chance, (0.7, 0.2), (1, 0.5), (0.7, 0.8))],
        [circle, straight(chance, (-0.1, 1.1), (1.1, -0.1)), straight(chance, (-0.1, -0.1), (1.1, 1.1))],
        [
            circle,
            curve(chance, (0.25, 0.6), (0.5, 0.8), (0.75, 0.6)),
            straight(chance, (0.33, 0.3), (0.34, 0.4)),
            straight(chance, (0.66, 0.3), (0.67, 0.4)),
        ],
        [curve(chance, (0.5, 0.3), (0.3, 0.0), (0, 0.25), (0.2, 0.6), (0.5, 1), (0.8, 0.6), (1, 0.25), (0.7, 0), (0.5, 0.3))],
        [star],
        [straight(chance, (0.5, 0), (0.5, 1)), straight(chance, (0, 0.5), (1, 0.5))],
        [straight(chance, (0, 0.35), (1, 0.33)), straight(chance, (0, 0.65), (1, 0.67))],
        [straight(chance, (0, 1), (0.5, 0), (1, 1), (0, 1))],
        [
            straight(chance, (0.2, 0), (0.2, 1)),
            straight(chance, (0.5, 0), (0.5, 1)),
            straight(chance, (0.8, 0), (0.8, 1)),
            straight(chance, (0, 0.8), (1, 0.2)),
        ],
        [curve(chance, (0, 0.5), (0.2, 0.2), (0.4, 0.5), (0.6, 0.8), (0.8, 0.5), (1, 0.2))],
    ]
    return strokes.drawn(chance, chance.one_of(*shapes), height, chance.about(0.06, 1.8))
