#!/usr/bin/env bash
# Fits the weights by which nn read chooses among the ways to read a line (nn.read.SegmentWeights.WITH_NETWORK), to strings and pages drawn
# with MNIST's training digits, and shows what they do to others. Prints a table and the weights.
#
#   scripts/fit-paths.sh [COUNT [ROUNDS]]     default: 150 pictures of each scene, 300 rounds
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"
at_most 2 "$@"
count=${1:-150}
rounds=${2:-300}
require_number COUNT "$count"
require_number ROUNDS "$rounds"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$here/nn" --version
scenes=()
for scene in apart touching overlapping other-strings page mixed-page marks broken; do
    scenes+=(--scene "$scene")
done
for seed in 51 52; do
    # The segment network learnt from the other half of the digits.
    "$here/number-scenes.py" "$scratch/$seed" --seed "$seed" --count "$count" --digits odd "${scenes[@]}"
done
mkdir "$scratch/classes"
javac -nowarn -proc:none -cp "$here/../target/nn.jar" -d "$scratch/classes" "$here/segments/PathFit.java"
OMP_NUM_THREADS=1 java -Xmx4g -cp "$scratch/classes:$here/../target/nn.jar" nn.read.PathFit \
    "$here/../data/model.safetensors" "$here/../data/segments.safetensors" "$scratch/51" "$scratch/52" "$rounds"
