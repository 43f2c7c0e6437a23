"""Labeled scenes for tuning and measuring the search for the digit in a picture.

Not a data set to train on: each scene draws something that people photograph or save, with random parameters. `chance` has the
random choices, `glyphs` and `strokes` the digits, `pages` paper, desks and ink, `camera` light and lens; the other modules have the
scenes by subject. A page is a float32 array [height, width, 3] of sRGB values from 0 to 1, a glyph's coverage is [height, width]
from 0 (paper) to 1 (ink).
"""
