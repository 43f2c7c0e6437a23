#!/usr/bin/env bash
# Measures nn against programs that train the same network with the same optimizer (Adam) on the same data in float32:
# NumPy, scikit-learn, PyTorch, DJL with PyTorch, Deeplearning4j. All in alternation in one run; each peer in the setting that
# is the fastest for it here, which is tried first. Prints Markdown: images/s (medians), and the seconds of the whole process,
# from a cold start, to a test accuracy. A peer that is not installed is skipped.
#
#   scripts/bench-peers.sh [ROUNDS [PEER...]]      3 rounds; numpy sklearn torch djl dl4j
#
# NN_98 and NN_99 are the flags with which `nn train` reaches 98 and 99 %; the peers train 784-256-10 with batch 128 at a constant
# rate of 0.001, at most MOST_EPOCHS (20) epochs. NETWORKS are the hidden layers and batch sizes whose speed is measured
# ("256/128 1024,1024/256"; the second takes most of the time).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"
source "$(dirname "${BASH_SOURCE[0]}")/peers/common.sh"

rounds=${1:-3}
require_number ROUNDS "$rounds"
shift || true
wanted=("$@")
((${#wanted[@]} > 0)) || wanted=(numpy sklearn torch djl dl4j)
for name in "${wanted[@]}"; do
    require_one_of peer "$name" numpy sklearn torch djl dl4j
done
read -ra nn_98 <<<"${NN_98:---preset fast --inputs gradients --epochs 1}"
read -ra nn_99 <<<"${NN_99:---preset fast --inputs gradients --epochs 4}"
most_epochs=${MOST_EPOCHS:-20}
read -ra networks <<<"${NETWORKS:-256/128 1024,1024/256}"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$scripts/nn" --version >/dev/null # builds before the clock runs
present=()
for name in "${wanted[@]}"; do
    if find_peer "$name"; then
        present+=("$name")
    fi
done

# What was measured goes to files in $scratch, a number a line.
record() {
    echo "$2" >>"$scratch/$1"
}

# compare ARCHITECTURE HIDDEN BATCH: prints the rows of one network.
compare() {
    local architecture=$1 flags=(--hidden "$2" --batch-size "$3") name report round
    declare -A setting
    echo "$architecture, batch $3" >&2
    rm -f "$scratch"/*.speed "$scratch"/*.share
    for name in "${present[@]}"; do
        setting[$name]=$(best_setting "$name" "$cores" "${flags[@]}")
    done
    for ((round = 1; round <= rounds; round++)); do
        report=$("$scripts/nn" bench train "${flags[@]}" --optimizer adam --threads "$cores" --json)
        record nn.speed "$(number imagesPerSecond <<<"$report")"
        record nn.share "$(number rooflineFraction <<<"$report")"
        for name in "${present[@]}"; do
            record "$name.speed" "$(run_peer "$name" "${setting[$name]}" --epochs 2 "${flags[@]}" | number imagesPerSecond)"
        done
        echo "  round $round of $rounds" >&2
    done
    for name in nn "${present[@]}"; do
        row "$architecture" "$3" "$name" "${setting[$name]:-$cores default}"
    done
}

row() {
    "$python" - "$scratch" "$@" <<'PYTHON'
import pathlib, statistics, sys
scratch, architecture, batch, name, setting = sys.argv[1:]
numbers = lambda file: [float(line) for line in (pathlib.Path(scratch) / file).read_text().split()]
speeds, ours = numbers(name + ".speed"), statistics.median(numbers("nn.speed"))
threads, kernels = setting.split()
more = f"{statistics.median(numbers('nn.share')):.0%} of the GEMM peak" if name == "nn" else f"{threads} threads, kernels {kernels}"
print(f"| {architecture} | {batch} | {name} | {statistics.median(speeds):,.0f} ({min(speeds):,.0f} to {max(speeds):,.0f}) "
      f"| {ours / statistics.median(speeds):.2f} | {more} |")
PYTHON
}

# Prints the seconds that a command takes, or "-" if it fails.
seconds() {
    local start=$EPOCHREALTIME end
    if "$@" >"$scratch/out" 2>"$scratch/err" </dev/null; then
        end=$EPOCHREALTIME
        "$python" -c "print(round(${end/,/.} - ${start/,/.}, 2))"
    else
        echo -
    fi
}

train_nn() {
    local target=$1
    shift
    "$scripts/nn" train "$@" --min-accuracy "$target" --quiet --force --out "$scratch/run"
}

train_peer() {
    run_peer "$1" "$2" --target "$3" --epochs "$most_epochs" | tee "$scratch/reached"
    [[ $(number reached <"$scratch/reached") == True ]]
}

# Prints a row for each program: the medians of the seconds to 98 and to 99 %.
reach() {
    local name target round taken setting flags cells measured
    for name in nn "${present[@]}"; do
        [[ $name == nn ]] || setting=$(best_setting "$name" "$cores" --hidden 256 --batch-size 128)
        cells=""
        for target in 0.98 0.99; do
            rm -f "$scratch/seconds"
            for ((round = 1; round <= rounds; round++)); do
                if [[ $name == nn ]]; then
                    flags=("${nn_98[@]}")
                    [[ $target == 0.98 ]] || flags=("${nn_99[@]}")
                    taken=$(seconds train_nn "$target" "${flags[@]}" --seed "$round")
                else
                    taken=$(seconds train_peer "$name" "$setting" "$target")
                fi
                echo "  $name to $target: $taken s" >&2
                [[ $taken != - ]] || break
                record seconds "$taken"
            done
            if [[ $taken == - ]]; then
                cells+=" not reached |"
            else
                mapfile -t measured <"$scratch/seconds"
                cells+=" $(median "${measured[@]}") s |"
            fi
        done
        echo "| $name |$cells"
    done
}

echo "| network | batch | program | images/s, median (least to most) | nn / it | |"
echo "|---|---|---|---|---|---|"
for network in "${networks[@]}"; do
    hidden=${network%/*}
    compare "784-${hidden//,/-}-10" "$hidden" "${network#*/}"
done
echo
echo "| program | to 98 % (test) | to 99 % |"
echo "|---|---|---|"
reach
