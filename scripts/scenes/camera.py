"""What light, lens, sensor and file do to a page."""

import io

import numpy as np
from PIL import Image
from scipy import ndimage

from . import pages


def grid(page):
    """Coordinates (y, x) from -1 to 1."""
    h, w = page.shape[:2]
    return np.mgrid[-1 : 1 : h * 1j, -1 : 1 : w * 1j].astype(np.float32)


def gradient(chance, page, depth):
    """Light from one side; depth is the share lost on the other side."""
    y, x = grid(page)
    a = chance.between(0, 2 * np.pi)
    along = (np.cos(a) * x + np.sin(a) * y) / (abs(np.cos(a)) + abs(np.sin(a)))
    return page * (1 - depth * (along + 1) / 2)[..., None]


def vignette(chance, page, depth):
    y, x = grid(page)
    cy, cx = chance.between(-0.3, 0.3), chance.between(-0.3, 0.3)
    return page * (1 - depth * np.clip(((x - cx) ** 2 + (y - cy) ** 2) / 2, 0, 1) ** chance.between(0.7, 1.5))[..., None]


def flash(chance, page, strength, spread=None, at=None):
    """A bright spot, as of a flash or a lamp on a glossy surface."""
    y, x = grid(page)
    cy, cx = at or (chance.between(-0.8, 0.8), chance.between(-0.8, 0.8))
    spread = spread or chance.between(0.15, 0.5)
    spot = strength * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * spread**2))
    return page + (1 - page) * np.clip(spot, 0, 1)[..., None]


def shadow(chance, page, depth):
    """The shadow of a hand, a phone or a window's edge, soft or hard."""
    y, x = grid(page)
    a = chance.between(0, 2 * np.pi)
    along = np.cos(a) * x + np.sin(a) * y + 0.15 * pages.clouds(chance, page.shape[:2], 3)
    edge = 1 / (1 + np.exp(-np.clip((along - chance.between(-0.5, 0.6)) / chance.between(0.01, 0.15), -30, 30)))
    return page * (1 - depth * edge)[..., None]


def light(chance, page, strength=1.0):
    """The uneven light of an ordinary photo."""
    if chance.often(0.7):
        page = gradient(chance, page, strength * chance.between(0.05, 0.3))
    if chance.often(0.3):
        page = vignette(chance, page, strength * chance.between(0.05, 0.35))
    if chance.often(0.25):
        page = shadow(chance, page, strength * chance.between(0.1, 0.35))
    return page * np.float32([chance.between(0.9, 1), chance.between(0.93, 1), chance.between(0.82, 1)])


def blur(page, pixels):
    return ndimage.gaussian_filter(page, (pixels, pixels, 0)) if pixels > 0.1 else page


def smear(chance, page, pixels):
    """Motion along one direction."""
    steps = max(2, round(pixels))
    a = chance.between(0, np.pi)
    moved = [
        np.roll(page, (round(t * np.sin(a)), round(t * np.cos(a))), (0, 1)) for t in np.linspace(-pixels / 2, pixels / 2, steps)
    ]
    return np.mean(moved, 0)


def noise(chance, page, strength, color=True):
    shape = page.shape if color else (*page.shape[:2], 1)
    return page + strength * chance.normal(*shape)


def specks(chance, page, count, dark=True):
    """Dust and dirt of one to some pixels."""
    h, w = page.shape[:2]
    for _ in range(count):
        y, x, r = chance.whole(0, h - 1), chance.whole(0, w - 1), chance.one_of(1, 1, 1, 2, 3)
        page[y : y + r, x : x + r] *= chance.between(0.2, 0.7) if dark else 1.5
    return page


def photo(chance, page, strength=1.0):
    """An ordinary photo: uneven light, a lens, a sensor."""
    page = light(chance, page, strength)
    page = blur(page, chance.between(0, 0.0025) * max(page.shape[:2]))
    return noise(chance, page, chance.between(0, 0.025) * strength, chance.often(0.5))


def squeezed(page, quality):
    """What JPEG of a quality leaves."""
    file = io.BytesIO()
    pages.as_image(page).save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file), np.float32) / 255
