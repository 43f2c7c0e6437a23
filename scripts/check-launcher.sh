#!/usr/bin/env bash
# Checks scripts/nn: what it finds, builds, passes on and refuses. Each check is a function whose name is the claim.
#
#   scripts/check-launcher.sh [WORD...]    all checks, or those whose claim has one of the words in it
#   scripts/check-launcher.sh --list       the claims
#
# Works on copies in a temporary directory. Needs bash, coreutils, a JDK and Maven; takes about five minutes on two cores.
# Ends with "N passed, M failed" and a status of 0 only if nothing failed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

# What the user has set for nn or for other programs must not decide a check.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS LC_ALL "${!NN_@}" "${!LC_@}"
export LANG=C.UTF-8

source "$scripts/check-launcher/frame.sh"
source "$scripts/check-launcher/toy.sh"
source "$scripts/check-launcher/starting.sh"
source "$scripts/check-launcher/building.sh"
source "$scripts/check-launcher/archives.sh"
source "$scripts/check-launcher/real.sh"
source "$scripts/check-launcher/surroundings.sh"

# In this order: those on the toy project take milliseconds each.
claims=("${starting[@]}" "${building[@]}" "${archives[@]}" "${real[@]}" "${surroundings[@]}")
if [ "${1:-}" = --list ]; then
    printf '%s\n' "${claims[@]//_/ }"
    exit
fi
for word; do
    is_known "$word" || refuse "no claim has '$word' in it"
done
prepare
for claim in "${claims[@]}"; do
    ! is_wanted "$claim" "$@" || check "$claim"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
