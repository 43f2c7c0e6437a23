"""Digits drawn stroke by stroke, as a pen, a mouse or a finger does."""

import numpy as np
from PIL import Image, ImageDraw

# Strokes of each digit's variants: points (x, y) in a box 1 high, y downward; a curve passes smoothly, a line straight.
CURVE, LINE = "curve", "line"
SHAPES = {
    0: [[(CURVE, [(.38, .02), (.12, .15), (.02, .5), (.12, .85), (.35, .99), (.58, .85), (.66, .5), (.58, .14), (.36, .01)])],
        [(CURVE, [(.5, .05), (.2, .08), (.04, .45), (.1, .88), (.36, .98), (.6, .75), (.62, .35), (.48, .06), (.36, .06)])]],
    1: [[(LINE, [(.2, 0), (.2, 1)])],
        [(LINE, [(.3, 0), (.12, 1)])],
        [(LINE, [(.02, .24), (.27, .01), (.26, 1)])],
        [(LINE, [(.05, .25), (.3, .01), (.3, .98)]), (LINE, [(.06, .99), (.54, .98)])]],
    2: [[(CURVE, [(.04, .24), (.16, .06), (.38, .01), (.58, .12), (.58, .34), (.36, .64), (.03, .97)]), (LINE, [(.03, .97), (.66, .96)])],
        [(CURVE, [(.04, .2), (.28, .0), (.55, .1), (.56, .36), (.3, .75), (.08, .95), (.08, .8), (.3, .84), (.68, .97)])]],
    3: [[(CURVE, [(.05, .12), (.3, .01), (.54, .12), (.5, .34), (.25, .47)]), (CURVE, [(.25, .47), (.54, .56), (.6, .78), (.36, .98), (.03, .9)])],
        [(LINE, [(.06, .02), (.58, .03), (.26, .42)]), (CURVE, [(.26, .42), (.54, .5), (.6, .75), (.4, .97), (.03, .9)])]],
    4: [[(LINE, [(.12, .02), (.06, .55), (.66, .53)]), (LINE, [(.46, .12), (.43, 1)])],
        [(LINE, [(.45, .0), (.02, .66), (.7, .66)]), (LINE, [(.47, .02), (.46, 1)])],
        [(LINE, [(.66, .65), (.02, .67), (.46, .01), (.47, 1)])]],
    5: [[(CURVE, [(.12, .04), (.1, .24), (.08, .44), (.3, .36), (.55, .5), (.58, .75), (.4, .95), (.04, .92)]), (LINE, [(.12, .03), (.6, .01)])],
        [(LINE, [(.1, .03), (.07, .45)]), (CURVE, [(.07, .45), (.34, .37), (.58, .55), (.54, .85), (.28, .99), (.02, .88)]), (LINE, [(.1, .03), (.62, .03)])]],
    6: [[(CURVE, [(.5, .02), (.22, .2), (.05, .55), (.08, .85), (.32, .99), (.56, .85), (.56, .62), (.34, .52), (.1, .7)])],
        [(CURVE, [(.3, .0), (.1, .35), (.03, .72), (.2, .98), (.48, .94), (.56, .72), (.4, .56), (.16, .62), (.06, .78)])]],
    7: [[(LINE, [(.02, .04), (.6, .02), (.22, 1)])],
        [(LINE, [(.02, .04), (.62, .02), (.24, 1)]), (LINE, [(.12, .5), (.56, .48)])],
        [(CURVE, [(.03, .14), (.06, .05), (.34, .06), (.62, .02), (.44, .42), (.3, .7), (.26, 1)])]],
    8: [[(CURVE, [(.52, .12), (.3, .01), (.1, .14), (.16, .36), (.42, .54), (.58, .76), (.4, .97), (.14, .95), (.04, .76), (.2, .54), (.46, .36), (.54, .14)])],
        [(CURVE, [(.34, .01), (.1, .12), (.16, .38), (.34, .47), (.52, .36), (.54, .12), (.32, .01)]),
         (CURVE, [(.34, .47), (.06, .62), (.06, .9), (.34, .99), (.6, .88), (.58, .6), (.34, .47)])]],
    9: [[(CURVE, [(.54, .16), (.32, .01), (.08, .14), (.08, .36), (.28, .48), (.5, .34), (.55, .12)]), (LINE, [(.55, .12), (.52, 1)])],
        [(CURVE, [(.56, .18), (.34, .02), (.08, .14), (.1, .4), (.34, .46), (.54, .28), (.56, .14), (.55, .5), (.46, .8), (.2, .98), (.06, .92)])]],
}


def strokes_of(chance, digit, variant=None):
    """The strokes of one handwritten digit: arrays [points, 2] in a box about 1 high."""
    shapes = SHAPES[digit]
    shape = shapes[chance.whole(0, len(shapes) - 1) if variant is None else variant]
    width, slant, turn = chance.about(1, 1.25), chance.between(-0.25, 0.12), chance.between(-0.08, 0.08)
    across = np.array([[width, slant + turn], [-turn, 1]], np.float32)
    wobble = chance.between(0.005, 0.025)
    moved = {}  # a point that two strokes share moves once
    strokes = []
    for way, points in shape:
        places = np.array([moved.setdefault(p, np.array(p, np.float32) + wobble * chance.normal(2)) for p in points])
        path = smooth(places) if way == CURVE else straight(chance, places)
        strokes.append((path - (0.3, 0.5)) @ across.T)
    return strokes


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
    return coverage[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]
