#!/usr/bin/env bash
# Tries to make nn lose or tear a file: kills, full disks, failing system calls, power loss, limits, missing permissions.
#
#   scripts/torture.sh [SWEEP...]    without one, all of them: about half an hour, as root (others skip what they may not do)
#   scripts/torture.sh --list        the sweeps
#
# Needs Python 3 and Linux; strace for the system calls. Prints a line for each sweep, and the status is 1 if one of them failed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export PYTHONDONTWRITEBYTECODE=1
if unshare -m true 2>/dev/null; then
    exec unshare -m python3 "$here/torture" "$@" # mounts end with the process
fi
exec python3 "$here/torture" "$@"
