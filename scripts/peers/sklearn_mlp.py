#!/usr/bin/env python3
"""The same training in scikit-learn: MLPClassifier with Adam, in float32, an epoch by each call of partial_fit.

Its images are floats in [0, 1] from the start, as it takes no bytes. Prints what mnist.py says.
"""

import mnist
import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier


def main():
    arguments = mnist.arguments(__doc__)
    pixels, labels = mnist.load(arguments.data, "train")
    images = pixels * np.float32(1 / 255)
    classifier = MLPClassifier(hidden_layer_sizes=mnist.sizes(arguments)[1:-1], solver="adam", alpha=0,
                               batch_size=arguments.batch_size, learning_rate_init=arguments.learning_rate,
                               random_state=arguments.seed)
    classes = np.arange(mnist.CLASSES)

    def train():
        classifier.partial_fit(images, labels, classes)

    def count_correct(pixels, labels):
        return int((classifier.predict(pixels * np.float32(1 / 255)) == labels).sum())

    mnist.run(arguments, len(labels), train, count_correct, version=sklearn.__version__)


if __name__ == "__main__":
    main()
