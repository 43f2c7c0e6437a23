#!/usr/bin/env bash
# Shows that training does not need the data in memory: makes an IDX data set of 8 million images (6.3 GB) by repeating MNIST's and
# shifting them by a pixel or two, and compares the speed and the memory of `nn train` on it, with a Java heap of 512 MB, with those
# on the 60,000 images. The data set goes to a temporary directory (TMPDIR) and is removed.
#
#   scripts/bench-large-data.sh [MILLIONS]      8
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/peers/common.sh"

millions=${1:-8}
python_with numpy >/dev/null || {
    echo "bench-large-data.sh: no python3 with NumPy found; sudo apt install python3-numpy" >&2
    exit 7
}
large=$(mktemp -d)
trap 'rm -rf "$large"' EXIT
needed=$((millions * 800 + 500)) # MB
if (($(df -Pm "$large" | awk 'NR == 2 { print $4 }') < needed)); then
    echo "bench-large-data.sh: $large: no $needed MB free; set TMPDIR to a directory on a larger disk" >&2
    exit 7
fi

echo "writing $millions million images to $large ..." >&2
"$(python_with numpy)" - "$peers" "$data" "$large" "$((millions * 1000000))" <<'PYTHON'
import pathlib, struct, sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import mnist
import numpy as np
source, target, count = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4])
pixels, labels = mnist.load(source, "train")
images = pixels.reshape(-1, 28, 28)
with open(target / "train-images-idx3-ubyte", "wb") as image_file, open(target / "train-labels-idx1-ubyte", "wb") as label_file:
    image_file.write(struct.pack(">IIII", 0x803, count, 28, 28))
    label_file.write(struct.pack(">II", 0x801, count))
    for written in range(0, count, len(labels)):
        copy = written // len(labels)
        # Wrapped around: the margin is paper.
        shifted = np.roll(images, (copy % 5 - 2, copy // 5 % 5 - 2), axis=(1, 2))[:count - written]
        image_file.write(shifted.tobytes())
        label_file.write(labels[:count - written].astype(np.uint8).tobytes())
PYTHON

# measure NAME FLAGS...: trains without validation and prints a row.
measure() {
    local name=$1 process peak=0 now
    shift
    NN_JAVA_OPTS=-Xmx512m "$scripts/nn" bench train "$@" --json >"$large/report" &
    process=$!
    while kill -0 "$process" 2>/dev/null; do
        # Anonymous memory; mapped pages of the data are the system's to take back.
        now=$(awk '/RssAnon/ { print int($2 / 1024) }' "/proc/$process/status" 2>/dev/null || true)
        ((${now:-0} <= peak)) || peak=$now
        sleep 0.5
    done
    wait "$process"
    printf '| %s | %.0f | %s |\n' "$name" "$(number imagesPerSecond <"$large/report")" "$peak"
}

echo "| data | images/s, median epoch | peak of its own memory, MB |"
echo "|---|---|---|"
measure "60,000 images" --epochs 20
measure "$millions million images, mapped" --data "$large" --epochs 3
