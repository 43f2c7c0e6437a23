"""The first six draws of an image's deformation, for AugmenterTest: SplitMix64 (Steele, Lea and Flood 2014), uniform in [-1, 1)."""

MASK = (1 << 64) - 1
GOLDEN_GAMMA = 0x9E3779B97F4A7C15
AUGMENTATION = 0xA4093822299F31D0


def mix(z):
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
    return z ^ z >> 31


def absorbed(state, counter):
    return mix((state ^ mix(counter + GOLDEN_GAMMA & MASK)) + GOLDEN_GAMMA & MASK)


def draws(seed, epoch, example):
    state = mix(mix(seed + GOLDEN_GAMMA & MASK) ^ AUGMENTATION)
    state = absorbed(absorbed(state, epoch), example)
    for name in ["rotation", "scale x", "scale y", "shear", "move x", "move y"]:
        state = state + GOLDEN_GAMMA & MASK
        bits = mix(state)
        signed = bits - (1 << 64) if bits >> 63 else bits
        print(f"{name}: {(signed >> 11) / 2 ** 52:.6f}")


draws(1, 2, 3)
