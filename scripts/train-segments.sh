#!/usr/bin/env bash
# Trains the network by which nn read tells whole digits from pieces of digits, and writes it to OUT. It learns from half of MNIST's
# training digits in drawn strings, and is checked with the other half. Takes about half an hour on two cores, 4 GB of memory and of disk.
#
#   scripts/train-segments.sh OUT [SCRATCH]     OUT: such as data/segments.safetensors; SCRATCH: a directory to keep what was drawn
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"
at_most 2 "$@"
[ "$#" -ge 1 ] || refuse "OUT is missing"
out=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ "$#" -eq 2 ]; then
    scratch=$2
    mkdir -p "$scratch"
else
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
fi

"$here/nn" --version
# Three seeds: all that the network was trained on was drawn by three processes.
for seed in 1 4 5; do
    [ -d "$scratch/train$seed" ] || "$here/segment-strings.py" "$scratch/train$seed" --seed "$seed" --count 2200 --digits even
done
[ -d "$scratch/check" ] || "$here/segment-strings.py" "$scratch/check" --seed 2 --count 500 --digits odd
mkdir -p "$scratch/classes"
javac -nowarn -proc:none -cp "$here/../target/nn.jar" -d "$scratch/classes" "$here/segments/SegmentExamples.java"
OMP_NUM_THREADS=1 java -Xmx4g -cp "$scratch/classes:$here/../target/nn.jar" nn.read.SegmentExamples \
    "$here/../data/model.safetensors" "$scratch/data" train "$scratch"/train{1,4,5}
OMP_NUM_THREADS=1 java -Xmx4g -cp "$scratch/classes:$here/../target/nn.jar" nn.read.SegmentExamples \
    "$here/../data/model.safetensors" "$scratch/data" t10k "$scratch/check"
"$here/nn" train --data "$scratch/data" --hidden 384 --epochs 6 --no-detector --out "$scratch/run" --force
cp "$scratch/run/model.safetensors" "$out"
