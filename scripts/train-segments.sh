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
[[ $1 != -* ]] || refuse "there is no option '$1'"
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
draw() { # DIRECTORY SEED COUNT DIGITS
    [ -e "$1/labels.tsv" ] || { rm -rf "$1" && "$here/segment-strings.py" "$1" --seed "$2" --count "$3" --digits "$4"; }
}
draw "$scratch/train1" 1 3300 even &
first=$!
draw "$scratch/train2" 2 3300 even
wait "$first"
draw "$scratch/check" 3 500 odd

mkdir -p "$scratch/classes"
javac -nowarn -proc:none -cp "$here/../target/nn.jar" -d "$scratch/classes" "$here/segments/SegmentExamples.java"
OMP_NUM_THREADS=1 java -Xmx4g -cp "$scratch/classes:$here/../target/nn.jar" nn.read.SegmentExamples \
    "$here/../data/model.safetensors" "$scratch/data" train "$scratch"/train{1,2}
OMP_NUM_THREADS=1 java -Xmx4g -cp "$scratch/classes:$here/../target/nn.jar" nn.read.SegmentExamples \
    "$here/../data/model.safetensors" "$scratch/data" t10k "$scratch/check"
"$here/nn" train --data "$scratch/data" --hidden 384 --epochs 6 --no-detector --out "$scratch/run" --force
cp "$scratch/run/model.safetensors" "$out"
