"""Digits and letters as coverage: MNIST's training digits redrawn large, strokes, fonts, seven segments."""

import functools
import gzip
import pathlib

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from . import strokes

MNIST = pathlib.Path(__file__).parents[2] / "data" / "mnist"
FONTS = pathlib.Path("/usr/share/fonts/truetype/dejavu")
ZOOM = 6
SEGMENTS = {0: "abcdef", 1: "bc", 2: "abged", 3: "abgcd", 4: "fgbc", 5: "afgcd", 6: "afgedc", 7: "abc", 8: "abcdefg", 9: "abcdfg"}


class Mnist:
    """MNIST's training digits, or every second of them: the even ones, or the odd ones. Or its test digits."""

    def __init__(self, split):
        step = {"even": slice(0, None, 2), "odd": slice(1, None, 2)}.get(split, slice(None))
        part = "t10k" if split == "test" else "train"
        with gzip.open(MNIST / f"{part}-images-idx3-ubyte.gz") as file:
            self.images = np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 28, 28)[step]
        with gzip.open(MNIST / f"{part}-labels-idx1-ubyte.gz") as file:
            labels = np.frombuffer(file.read(), np.uint8, offset=8)[step]
        self.rows = [np.flatnonzero(labels == digit) for digit in range(10)]

    def image(self, chance, digit):
        """One digit's pixels [28, 28] from 0 to 1."""
        rows = self.rows[digit]
        return self.images[rows[chance.whole(0, len(rows) - 1)]].astype(np.float32) / 255


def mnist(chance, digit, height, pen=None):
    """Coverage of a training digit with the smooth edges of a pen; its own strokes made thinner or thicker, or one line of equal width."""
    large = ndimage.zoom(np.pad(chance.mnist.image(chance, digit), 2), ZOOM, order=3)
    inside = ndimage.gaussian_filter(large, ZOOM * chance.between(0.3, 0.6)) > 0.42
    if not inside.any():
        inside = large > 0.3
    coverage = monoline(inside, pen) if pen is not None and chance.often(0.5) else None
    if coverage is None or holes(coverage > 0.5) != holes(large > 0.5) or is_blot(inside):
        coverage = reweighted(inside, pen)
    return resized(strokes.cropped(sheared(chance, coverage)), height)


def holes(mask):
    return ndimage.label(~np.pad(mask, 1))[1]


def is_blot(inside):
    """Whether a loop is filled with ink: the line along its middle is that of another digit."""
    within = ndimage.distance_transform_edt(inside)
    middle = within[within == ndimage.maximum_filter(within, 5)]
    return within.max() > 2 * np.median(middle[middle > 1])


def reweighted(inside, pen):
    """The shape grown or shrunk toward a stroke width in heights, as far as it keeps its holes and does not break."""
    within = ndimage.distance_transform_edt(inside)
    distance = np.pad(within - ndimage.distance_transform_edt(~inside), 14, mode="linear_ramp", end_values=-50)
    grown = 0.0
    if pen is not None:
        half = float(np.percentile(within[inside], 88))
        rows = np.flatnonzero(inside.any(1))
        grown = float(np.clip(pen * (rows[-1] - rows[0]) / 2 - half, -0.45 * half, min(2 * ZOOM, 1.3 * half)))
        holes = ndimage.label(distance < 0)[1]
        while grown > 0.5 and ndimage.label(distance + grown < -1)[1] < holes:
            grown *= 0.7
    return np.clip((distance + grown) / 1.5 + 0.5, 0, 1).astype(np.float32)


def monoline(inside, pen):
    """A line of one width along the middle of the shape."""
    middle = skeleton(np.pad(inside, 14)[::2, ::2])
    rows = np.flatnonzero(middle.any(1))
    radius = max(0.8, pen * max(8, rows[-1] - rows[0]) / 2)
    line = np.clip(radius + 0.5 - ndimage.distance_transform_edt(~middle), 0, 1)
    line = ndimage.zoom(ndimage.gaussian_filter(line, 0.9), 2, order=1)
    return np.clip((line - 0.35) * 3 + 0.5, 0, 1).astype(np.float32)


def skeleton(inside):
    """Thins to lines of one pixel (Zhang and Suen 1984)."""
    inside = inside.copy()
    changed = True
    while changed:
        changed = False
        for first in (True, False):
            p = np.pad(inside, 1)
            n, ne, e, se, s, sw, w, nw = (
                p[:-2, 1:-1],
                p[:-2, 2:],
                p[1:-1, 2:],
                p[2:, 2:],
                p[2:, 1:-1],
                p[2:, :-2],
                p[1:-1, :-2],
                p[:-2, :-2],
            )
            ring = np.stack([n, ne, e, se, s, sw, w, nw])
            count = ring.sum(0)
            turns = (~ring & np.roll(ring, -1, 0)).sum(0)
            open_side = ~(n & e & s) & ~(e & s & w) if first else ~(n & e & w) & ~(n & s & w)
            remove = inside & (count >= 2) & (count <= 6) & (turns == 1) & open_side
            if remove.any():
                inside[remove] = False
                changed = True
    return inside


def sheared(chance, coverage):
    """Turned and slanted a little."""
    image = Image.fromarray((coverage * 255).astype(np.uint8))
    slant, turn = chance.between(-0.12, 0.12), chance.between(-0.07, 0.07)
    h, w = coverage.shape
    matrix = (1, slant + turn, -(slant + turn) * h / 2, -turn, 1, turn * w / 2)
    return np.asarray(image.transform(image.size, Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR), np.float32) / 255


def resized(coverage, height):
    """Scaled to a height in pixels; edges stay sharp when it grows."""
    height = max(3, round(height))
    width = max(1, round(coverage.shape[1] * height / coverage.shape[0]))
    image = Image.fromarray((coverage * 255).astype(np.uint8))
    growth = height / coverage.shape[0]
    scaled = (
        np.asarray(image.resize((width, height), Image.Resampling.BICUBIC if growth > 1 else Image.Resampling.BOX), np.float32)
        / 255
    )
    return np.clip((scaled - 0.5) * max(1, growth) + 0.5, 0, 1)


@functools.lru_cache(maxsize=256)
def font(name, size):
    return ImageFont.truetype(str(FONTS / name), size)


def font_names():
    return sorted(f.name for f in FONTS.glob("DejaVuS*.ttf"))


def printed(chance, text, height, name=None):
    """Coverage of a text in a font, random without a name; height is the text's height in pixels."""
    face = font(name or chance.one_of(*font_names()), 96)
    left, top, right, bottom = face.getbbox(text)
    image = Image.new("L", (right - left + 8, bottom - top + 8))
    ImageDraw.Draw(image).text((4 - left, 4 - top), text, 255, face)
    return resized(strokes.cropped(np.asarray(image, np.float32) / 255), height)


def seven_segments(chance, digit, height):
    """Coverage of a digit of seven bars with gaps, and of the bars that are off."""
    width, bar, gap = height * chance.between(0.45, 0.62), height * chance.between(0.07, 0.14), height * chance.between(0.01, 0.045)
    slant = chance.one_of(0, 0, chance.between(0.05, 0.15))
    mid, low = height / 2, height - bar / 2
    x0, x1, y0 = bar / 2, width - bar / 2, bar / 2
    ends = {
        "a": (x0, y0, x1, y0),
        "b": (x1, y0, x1, mid),
        "c": (x1, mid, x1, low),
        "d": (x0, low, x1, low),
        "e": (x0, mid, x0, low),
        "f": (x0, y0, x0, mid),
        "g": (x0, mid, x1, mid),
    }
    pointed = chance.often(0.6)
    layers = []
    for names in (SEGMENTS[digit], set(ends) - set(SEGMENTS[digit])):
        detail = 3
        image = Image.new("L", (int((width + slant * height) * detail) + 4, int(height * detail) + 4))
        draw = ImageDraw.Draw(image)
        for name in names:
            xa, ya, xb, yb = ends[name]
            dx, dy = (1, 0) if ya == yb else (0, 1)
            xa, ya, xb, yb = xa + dx * gap, ya + dy * gap, xb - dx * gap, yb - dy * gap
            tip, half = (bar / 2 if pointed else 0), bar / 2
            outline = [
                (xa, ya),
                (xa + dx * tip + dy * half, ya + dy * tip + dx * half),
                (xb - dx * tip + dy * half, yb - dy * tip + dx * half),
                (xb, yb),
                (xb - dx * tip - dy * half, yb - dy * tip - dx * half),
                (xa + dx * tip - dy * half, ya + dy * tip - dx * half),
            ]
            draw.polygon([((x + slant * (height - y)) * detail + 1, y * detail + 1) for x, y in outline], 255)
        layers.append(
            np.asarray(image.resize((image.width // detail, image.height // detail), Image.Resampling.BOX), np.float32) / 255
        )
    return layers


def dotted(coverage, pitch, share, round_dots=True):
    """The coverage as dots: one for each cell of pitch pixels that is mostly ink, or sized by the ink in it."""
    h, w = coverage.shape
    rows, columns = max(1, round(h / pitch)), max(1, round(w / pitch))
    image = Image.fromarray((coverage * 255).astype(np.uint8)).resize((columns, rows), Image.Resampling.BOX)
    cells = np.asarray(image, np.float32) / 255
    y, x = np.mgrid[0 : rows * pitch, 0 : columns * pitch]
    level = cells[(y // pitch).astype(int), (x // pitch).astype(int)]
    dy, dx = np.abs(y % pitch - (pitch - 1) / 2), np.abs(x % pitch - (pitch - 1) / 2)
    radius = share * pitch / 2 * np.where(level > 0.35, np.maximum(level, 0.7), 0)
    reach = np.hypot(dx, dy) if round_dots else np.maximum(dx, dy)
    return np.clip(radius - reach + 0.5, 0, 1).astype(np.float32) * (radius > 0)
