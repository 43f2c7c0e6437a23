"""The random choices of one picture."""

import colorsys

import numpy as np


class Chance:
    """Random numbers of one picture, and the MNIST digits that it may use."""

    def __init__(self, seed, mnist):
        self.generator = np.random.default_rng(seed)
        self.mnist = mnist

    def between(self, low, high):
        return float(self.generator.uniform(low, high))

    def whole(self, low, high):
        """A whole number from low to high, both included."""
        return int(self.generator.integers(low, high + 1))

    def one_of(self, *choices):
        return choices[self.whole(0, len(choices) - 1)]

    def often(self, share):
        return self.generator.random() < share

    def normal(self, *shape):
        return self.generator.standard_normal(shape, dtype=np.float32)

    def about(self, value, spread):
        """The value times a random factor from 1/spread to spread."""
        return value * spread ** self.between(-1, 1)

    def size(self, low=160, high=520):
        """Height and width of a picture."""
        side = self.about((low * high) ** 0.5, (high / low) ** 0.5)
        aspect = self.one_of(1, 1, 4 / 3, 3 / 2, 16 / 9, self.between(0.8, 1.3))
        long, short = round(side * aspect**0.5), round(side / aspect**0.5)
        return (short, long) if self.often(0.65) else (long, short)

    def hue(self, saturation, value):
        """A color of any hue; saturation and value are (low, high)."""
        return colorsys.hsv_to_rgb(self.between(0, 1), self.between(*saturation), self.between(*value))

    def gray(self, low, high, tint=0.02):
        """A gray from low to high, slightly tinted."""
        level = self.between(low, high)
        return tuple(float(np.clip(level + self.between(-tint, tint), 0, 1)) for _ in range(3))

    def paper(self):
        return self.one_of((1, 1, 1), self.gray(0.85, 1), self.gray(0.65, 0.9, 0.04), (0.97, 0.95, self.between(0.8, 0.93)))

    def pen(self):
        """The color of a pen that writes on paper."""
        dark = self.between(0, 0.2)
        return self.one_of(
            (dark, dark, dark),
            (dark, dark, dark + 0.05),
            (dark, dark + 0.05, self.between(0.4, 0.75)),
            (self.between(0.6, 0.85), dark, dark + 0.05),
            (dark, self.between(0.3, 0.5), dark + 0.1),
            self.hue((0.5, 1), (0.2, 0.55)),
        )
