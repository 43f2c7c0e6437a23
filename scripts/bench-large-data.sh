#!/usr/bin/env bash
# Shows that training does not need the data in memory: makes an IDX data set of 8 million images (6.3 GB) by repeating MNIST's and
# shifting them by a pixel or two, and compares the speed and the memory of `nn train` on it, with a Java heap of 512 MB, with those
# on 50,000 images that are shifted likewise: shifts leave fewer pixels blank, which alone costs speed. The data go to a temporary
# directory (TMPDIR) and are removed. The two are measured in alternation.
#
#   scripts/bench-large-data.sh [MILLIONS]      8
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"
at_most 1 "$@"
source "$(dirname "${BASH_SOURCE[0]}")/peers/common.sh"

millions=${1:-8}
require_number MILLIONS "$millions"
python_with numpy >/dev/null || {
    echo "bench-large-data.sh: no python3 with NumPy found; sudo apt install python3-numpy" >&2
    exit 7
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
needed=$((millions * 800 + 500)) # MB
if (($(df -Pm "$scratch" | awk 'NR == 2 { print $4 }') < needed)); then
    echo "bench-large-data.sh: $scratch: no $needed MB free; set TMPDIR to a directory on a larger disk" >&2
    exit 7
fi

echo "writing $millions million images to $scratch ..." >&2
"$(python_with numpy)" - "$peers" "$data" "$scratch" "$((millions * 1000000))" <<'PYTHON'
import pathlib, struct, sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import mnist
import numpy as np
source, target, count = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4])
pixels, labels = mnist.load(source, "train")
images = pixels.reshape(-1, 28, 28)


def shifted(some, number):
    # Wrapped around: the margin is paper.
    return np.roll(some, (number % 5 - 2, number // 5 % 5 - 2), axis=(1, 2))


def write(directory, parts, number):
    directory.mkdir()
    image_path, label_path = directory / "train-images-idx3-ubyte", directory / "train-labels-idx1-ubyte"
    with open(image_path, "wb") as image_file, open(label_path, "wb") as label_file:
        image_file.write(struct.pack(">IIII", 0x803, number, 28, 28))
        label_file.write(struct.pack(">II", 0x801, number))
        for some, their_labels in parts:
            image_file.write(some.tobytes())
            label_file.write(their_labels.astype(np.uint8).tobytes())


# Of another size than MNIST's file, which nn would wonder about.
write(target / "small", ((shifted(images[n:50000:25], n), labels[n:50000:25]) for n in range(25)), 50000)
copies = enumerate(range(0, count, len(labels)))
write(target / "large", ((shifted(images, copy)[:count - written], labels[:count - written]) for copy, written in copies), count)
PYTHON

# measure FLAGS...: trains without validation, and prints images a second and the peak of its memory in MB.
measure() {
    local process peak=0 now
    NN_JAVA_OPTS=-Xmx512m "$scripts/nn" bench train "$@" --json >"$scratch/report" &
    process=$!
    while kill -0 "$process" 2>/dev/null; do
        # Anonymous memory; mapped pages of the data are the system's to take back.
        now=$(awk '/RssAnon/ { print int($2 / 1024) }' "/proc/$process/status" 2>/dev/null || true)
        ((${now:-0} <= peak)) || peak=$now
        sleep 0.5
    done
    wait "$process"
    echo "$(number imagesPerSecond <"$scratch/report") $peak"
}

small_speeds=() small_peaks=() large_speeds=() large_peaks=()
for round in 1 2 3; do
    small=$(measure --data "$scratch/small" --epochs 20)
    large=$(measure --data "$scratch/large" --epochs 1)
    small_speeds+=("${small% *}") small_peaks+=("${small#* }") large_speeds+=("${large% *}") large_peaks+=("${large#* }")
    echo "  round $round of 3: small $(printf %.0f "${small% *}"), large $(printf %.0f "${large% *}") images/s" >&2
done
echo "| data | images/s, median of 3 runs | peak of its own memory, MB |"
echo "|---|---|---|"
printf '| %s | %.0f | %.0f |\n' "50,000 images" "$(median "${small_speeds[@]}")" "$(median "${small_peaks[@]}")" \
    "$millions million images, mapped" "$(median "${large_speeds[@]}")" "$(median "${large_peaks[@]}")"
