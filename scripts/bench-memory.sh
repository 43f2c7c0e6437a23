#!/usr/bin/env bash
# Shows that training needs no more memory from step to step: the resident memory of a training of 50 epochs, sampled each second.
#
#   scripts/bench-memory.sh [FLAGS OF nn train]     prints memory after a fifth of the run, at its end, and the peak, in MB
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$here/nn" --version >/dev/null # builds before the samples

"$here/nn" train --epochs 50 --no-test --quiet --out "$scratch/run" "$@" >/dev/null &
process=$!
while kill -0 "$process" 2>/dev/null; do
    awk '/VmRSS/ { now = $2 } /VmHWM/ { peak = $2 } END { if (now) print now / 1024, peak / 1024 }' \
        "/proc/$process/status" 2>/dev/null >>"$scratch/samples" || true
    sleep 1
done
wait "$process"
awk '{ now[NR] = $1; peak = $2 } END {
    printf "%d samples: %.0f MB after a fifth of the run, %.0f MB at its end, peak %.0f MB\n", NR, now[int(NR / 5) + 1], now[NR], peak
}' "$scratch/samples"
