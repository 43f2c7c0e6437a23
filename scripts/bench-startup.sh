#!/usr/bin/env bash
# Measures how long nn takes to answer, as whole processes, against Python's start with PyTorch and with NumPy, in alternation in
# one run; prints a Markdown table of the medians.
#
#   scripts/bench-startup.sh [ROUNDS]      7 rounds
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"
at_most 1 "$@"
source "$(dirname "${BASH_SOURCE[0]}")/peers/common.sh"

rounds=${1:-7}
require_number ROUNDS "$rounds"
"$scripts/nn" --version >/dev/null # builds before the clock runs
modules=()
for module in torch numpy; do
    if python_with "$module" >/dev/null; then
        modules+=("$module")
    else
        echo "$module: not installed; sudo apt install python3-$module" >&2
    fi
done

measured=""
for ((round = 0; round <= rounds; round++)); do
    lines=$("$scripts/nn" bench startup --rounds 1 --json --quiet | "$python" -c '
import json, sys
for row in json.load(sys.stdin)["commands"]:
    print(row["seconds"]["median"], row["command"] + ("" if row["until"] == "end" else ", until its " + row["until"]))')
    for module in "${modules[@]}"; do
        interpreter=$(python_with "$module")
        start=$EPOCHREALTIME
        "$interpreter" -c "import $module"
        end=$EPOCHREALTIME
        lines+=$'\n'$("$python" -c "print(${end/,/.} - ${start/,/.})")" python3 -c \"import $module\""
    done
    # The first round only warms up.
    [[ $round == 0 ]] || measured+=$lines$'\n'
    echo "  round $round of $rounds" >&2
done

echo "| command | seconds, median (least to most) |"
echo "|---|---|"
# shellcheck disable=SC2016 # nothing in the Python program is the shell's
printf '%s' "$measured" | "$python" -c '
import statistics, sys
rows = {}
for line in sys.stdin.read().splitlines():
    seconds, command = line.split(" ", 1)
    rows.setdefault(command, []).append(float(seconds))
for command, seconds in rows.items():
    print(f"| `{command}` | {statistics.median(seconds):.3f} ({min(seconds):.3f} to {max(seconds):.3f}) |")'
