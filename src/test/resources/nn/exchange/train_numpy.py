"""Trains 64-12-10 with tanh in NumPy and saves numpy.npz and numpy.golden: float64, W [inputs, outputs], pixels / 255."""

import numpy as np

from digits import HERE, LABELS, PIXELS, SHOWN, write_golden

random = np.random.default_rng(1)
x, targets = PIXELS / 255, np.eye(10)[LABELS]
W1, b1 = random.normal(0, 0.2, (64, 12)), np.zeros(12)
W2, b2 = random.normal(0, 0.2, (12, 10)), np.zeros(10)


def forward(inputs):
    hidden = np.tanh(inputs @ W1 + b1)
    return hidden, hidden @ W2 + b2


for _ in range(300):
    hidden, logits = forward(x)
    probabilities = np.exp(logits - logits.max(1, keepdims=True))
    probabilities /= probabilities.sum(1, keepdims=True)
    d_logits = (probabilities - targets) / len(x)
    d_hidden = d_logits @ W2.T * (1 - hidden**2)
    W2 -= hidden.T @ d_logits
    b2 -= d_logits.sum(0)
    W1 -= x.T @ d_hidden
    b1 -= d_hidden.sum(0)

print("accuracy", np.mean(forward(x)[1].argmax(1) == LABELS))
np.savez(HERE / "numpy.npz", W1=W1, b1=b1, W2=W2, b2=b2)
write_golden("numpy", forward(SHOWN / 255)[1])
