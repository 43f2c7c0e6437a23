"""Trains scikit-learn's MLPClassifier, 64-10-8-10 with relu, and saves sklearn.npz and sklearn.golden: pixels 0 to 255 as they are.

The golden numbers are logarithms of the probabilities, which differ from the logits by a constant for each image.
"""

import numpy as np
from sklearn.neural_network import MLPClassifier

from digits import HERE, LABELS, PIXELS, SHOWN, write_golden

net = MLPClassifier((10, 8), max_iter=150, random_state=4)
net.fit(PIXELS.astype(float), LABELS)
print("accuracy", net.score(PIXELS.astype(float), LABELS))
arrays = {}
for layer, (weights, biases) in enumerate(zip(net.coefs_, net.intercepts_)):
    arrays[f"coefs_{layer}"] = np.asfortranarray(weights.astype(np.float32))
    arrays[f"intercepts_{layer}"] = biases.astype(np.float32)
np.savez_compressed(HERE / "sklearn.npz", **arrays)
write_golden("sklearn", net.predict_log_proba(SHOWN.astype(float)))
