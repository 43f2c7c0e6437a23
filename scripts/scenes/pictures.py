"""Writes pictures."""

from PIL import Image


def save(pixels, stem, jpeg, chance):
    """Writes a JPEG, or a PNG that is gray where all is gray; returns its name."""
    if pixels.shape[2] == 3 and jpeg:
        name = stem.with_suffix(".jpg")
        Image.fromarray(pixels).save(name, quality=chance.whole(35, 95))
        return name.name
    if pixels.shape[2] == 3 and (pixels == pixels[..., :1]).all() and chance.often(0.5):
        pixels = pixels[..., 0]
    name = stem.with_suffix(".png")
    Image.fromarray(pixels).save(name, compress_level=1)
    return name.name
