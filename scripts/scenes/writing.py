"""Writes one digit on a page."""

import numpy as np

from . import camera, glyphs, pages, subjects


def write(chance, page, digit, height=None, center=None, color=None, pen=None, opacity=None, coverage=None, margin=0.03):
    """Writes a digit and returns its box (x0, y0, x1, y1).

    Height and pen width are shares: of the page's smaller side, and of the digit's height. Without a center the digit is somewhere near
    the middle. It stays a margin away from the edges, a share of the smaller side.
    """
    h, w = page.shape[:2]
    side = min(h, w)
    if coverage is None:
        wanted = side * (chance.between(0.35, 0.8) if height is None else height)
        coverage = subjects.written(chance, digit, wanted, pen)
        widest = w - 2 * margin * side
        if coverage.shape[1] > widest:
            coverage = glyphs.resized(coverage, coverage.shape[0] * widest / coverage.shape[1])
    gh, gw = coverage.shape
    cx, cy = center or (0.5 + chance.between(-0.12, 0.12), 0.5 + chance.between(-0.12, 0.12))
    border = margin * side
    x = kept(cx * w - gw / 2, border, w - border - gw)
    y = kept(cy * h - gh / 2, border, h - border - gh)
    pages.ink(page, textured(chance, coverage), x, y, chance.pen() if color is None else color, opacity or chance.between(0.8, 1))
    return x, y, x + gw, y + gh


def on_paper(chance, coverage):
    """A coverage on a page of its own, with a margin around, sometimes light on dark."""
    tall = max(coverage.shape)
    size = [round(s + tall * chance.between(0.1, 0.9)) for s in coverage.shape]
    paper, ink = (chance.paper(), chance.pen()) if chance.often(0.85) else (chance.gray(0, 0.15), chance.gray(0.8, 1))
    page = pages.plain(size, paper)
    write(chance, page, None, coverage=coverage, color=ink, opacity=1, margin=0.04)
    return camera.photo(chance, page, 0.6) if chance.often(0.35) else page


def kept(value, low, high):
    return (low + high) / 2 if high < low else min(max(value, low), high)


def textured(chance, coverage, strength=None):
    """Ink that is not equally dense everywhere, more so for pencil and chalk (strength 0.5 and more)."""
    if strength is None:
        strength = chance.one_of(0, 0, chance.between(0, 0.3))
    if not strength:
        return coverage
    shape = coverage.shape
    fine = max(2, shape[0] // chance.whole(1, 4))
    density = 1 - strength * np.abs(0.6 * pages.clouds(chance, shape, fine) + 0.4 * pages.clouds(chance, shape, 4))
    return coverage * np.clip(density, 0, 1)
