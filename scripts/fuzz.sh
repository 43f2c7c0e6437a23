#!/usr/bin/env bash
# Fuzzes the readers of untrusted files with Jazzer, guided by their coverage, each target for as long as told.
#
#   scripts/fuzz.sh [SECONDS] [TARGET...]    default: 60 seconds for each target
#
# A target is a method with @FuzzTest, as scripts/fuzz.sh --list shows them. Inputs that reached new code are kept in
# .cifuzz-corpus and are where the next run begins. An input that breaks a promise is put into src/test/resources beside the test,
# where each build replays it, and the status is 1.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"

cd "$(dirname "${BASH_SOURCE[0]}")/.."
results=target/fuzz

# Class#method of every target.
targets() {
    local file name
    for file in src/test/java/nn/*/*FuzzTest.java src/test/java/nn/*/*/*FuzzTest.java; do
        name=$(basename "$file" .java)
        sed -n "/@FuzzTest/{n;s/^ *void \([A-Za-z]*\)(.*/$name#\1/p}" "$file"
    done
}

# The last thing of a kind that libFuzzer said: last WORD FILE.
last() {
    sed -n "s/.*$1: *\([0-9]*\).*/\1/p" "$2" | tail -1
}

# Fuzzes one target and prints its line of the table.
fuzz() {
    local target=$1 log=$results/${1/\#/-}.log status=0 verdict="none" runs
    JAZZER_FUZZ=1 JAZZER_MAX_DURATION=${seconds}s \
        JAZZER_INSTRUMENTATION_INCLUDES='nn.**:com.twelvemonkeys.**:com.sun.imageio.plugins.**' \
        mvn -B -Dtest="$target" -Djazzer.hooks=true \
        -Djunit.jupiter.execution.timeout.mode=disabled surefire:test >"$log" 2>&1 </dev/null || status=$?
    if [ "$status" -ne 0 ]; then
        findings=$((findings + 1))
        verdict="FOUND, see $log"
    fi
    runs=$(sed -n 's/^#\([0-9]*\)\t.*/\1/p' "$log" | tail -1)
    printf '%-34s %10s %8s %8s  %s\n' "$target" "${runs:-0}" "$(last cov "$log")" "$(last 'corp' "$log")" "$verdict"
}

if [ "${1:-}" = --list ]; then
    targets
    exit
fi
seconds=60
if [[ ${1:-} =~ ^[0-9]+$ ]]; then
    seconds=$1
    shift
fi
mapfile -t known < <(targets)
for target; do
    require_one_of target "$target" "${known[@]}"
done
mkdir -p "$results"
mvn -B -q -DskipTests test-compile
findings=0
printf '%-34s %10s %8s %8s  %s\n' target inputs branches corpus findings
for target in "${@:-$(targets)}"; do
    for one in $target; do
        fuzz "$one"
    done
done
[ "$findings" -eq 0 ]
