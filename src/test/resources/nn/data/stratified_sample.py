"""The samples of StratifiedSampleTest and SamplingTest: SplitMix64 as in Java's SplittableRandom, with exact fractions."""

from fractions import Fraction

MASK = (1 << 64) - 1
GOLDEN_GAMMA = 0x9E3779B97F4A7C15
SAMPLE = 0xC0AC29B7C97C50DD


def mix(z):
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
    return z ^ z >> 31


class Stream:
    """The numbers of RandomStreams.of(seed, SAMPLE, counter).nextInt(bound)."""

    def __init__(self, seed, counter):
        state = mix(mix(seed + GOLDEN_GAMMA & MASK) ^ SAMPLE)
        self.state = mix((state ^ mix(counter + GOLDEN_GAMMA & MASK)) + GOLDEN_GAMMA & MASK)

    def bits32(self):
        self.state = self.state + GOLDEN_GAMMA & MASK
        z = (self.state ^ self.state >> 33) * 0x62A9D9ED799705F5 & MASK
        return ((z ^ z >> 28) * 0xCB24D0A5C88C35B3 & MASK) >> 32

    def below(self, bound):
        bits = self.bits32()
        if bound & bound - 1 == 0:
            return bits & bound - 1
        while (bits >> 1) - (bits >> 1) % bound + bound > 1 << 31:
            bits = self.bits32()
        return (bits >> 1) % bound


def shares(labels, size):
    exact = {k: Fraction(labels.count(k) * size, len(labels)) for k in sorted(set(labels))}
    whole = {k: int(share) for k, share in exact.items()}
    used_up = {k for k in exact if whole[k] + 1 >= labels.count(k)}
    order = sorted(exact, key=lambda k: (k in used_up, whole[k] - exact[k], k))
    for k in order[: size - sum(whole.values())]:
        whole[k] += 1
    return whole


def sample(labels, size, stream):
    missing = shares(labels, size)
    chosen = []
    for i, k in enumerate(labels):
        if stream.below(labels[i:].count(k)) < missing[k]:
            chosen.append(i)
            missing[k] -= 1
    return chosen


SORTED = [0] * 9 + [1] * 6 + [2] * 3 + [4] * 2 + [5]
print("9 of 21, seed 7:", sample(SORTED, 9, Stream(7, 3)))
print("4 of 21, seed 8:", sample(SORTED, 4, Stream(8, 3)))

MIXED = [i * i % 7 % 4 for i in range(30)]
used = sample(MIXED, 18, Stream(-5, 0))
validated = sample([MIXED[i] for i in used], 6, Stream(-5, 1))
print("trained:", [used[i] for i in range(18) if i not in validated])
print("validated:", [used[i] for i in validated])
