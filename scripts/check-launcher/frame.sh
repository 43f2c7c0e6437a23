# The frame of the checks: runs claims, counts them, and holds the words that they are written in.
# shellcheck shell=bash

scratch=$(mktemp -d)
out=$scratch/out # what the last command wrote on standard output
err=$scratch/err
empty=$scratch/empty # the current directory of each command
passed=0 failed=0
begun=() # processes in the background

prepare() {
    trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
    trap 'exit 130' INT TERM HUP
    umask 022 # other users must be able to use the copies
    chmod 755 "$scratch"
    mkdir "$empty"
    touch "$out" "$err"
}

# is_wanted CLAIM [WORD...]: whether one of the words is in it, or none is given.
is_wanted() {
    local claim=${1//_/ } word
    shift
    [ $# -gt 0 ] || return 0
    for word in "$@"; do
        [[ $claim != *"$word"* ]] || return 0
    done
    return 1
}

# is_known WORD: whether a claim has it.
is_known() {
    local claim
    for claim in "${claims[@]}"; do
        ! is_wanted "$claim" "$1" || return 0
    done
    return 1
}

# check CLAIM: runs it. It fails as soon as one of its commands fails, and that line is shown with what was said last.
check() {
    local claim=$1 status=0 began=$SECONDS said="${1//_/ }"
    set +e
    (
        set -eE
        trap 'show_line "$claim" "$BASH_COMMAND"' ERR
        trap end_what_is_left EXIT
        "$claim"
    ) >"$scratch/log" 2>&1
    status=$?
    set -e
    case $status in
        0)
            passed=$((passed + 1))
            echo "ok      $said ($((SECONDS - began)) s)"
            ;;
        77) echo "skipped $said: $(tail -n 1 "$scratch/log")" ;;
        *)
            failed=$((failed + 1))
            echo "FAILED  $said"
            tail -q -n 20 "$scratch/log" "$out" "$err" | sed 's/^/        | /'
            ;;
    esac
}

# show_line CLAIM COMMAND: where in the claim's function it failed.
show_line() {
    local at
    for at in "${!FUNCNAME[@]}"; do
        if [ "${FUNCNAME[at]}" = "$1" ]; then
            echo "${BASH_SOURCE[at]##*/}, line ${BASH_LINENO[at - 1]}: $2"
        fi
    done
}

# skip REASON: this machine cannot do the check.
skip() {
    echo "$*"
    exit 77
}

# complain REASON: the check fails.
complain() {
    echo "$*"
    return 1
}

# expect WANTED COMMAND...: runs it in an empty directory; its exit code must be WANTED.
expect() {
    local wanted=$1 status=0
    shift
    (cd "$empty" && exec timeout --foreground 600 "$@") >"$out" 2>"$err" </dev/null || status=$?
    [ "$status" -eq "$wanted" ] || complain "exit code $status, wanted $wanted: $*"
}

# says FILE PATTERN: the last command's $out or $err has a line like that.
says() {
    grep -Eq -e "$2" "$1" || complain "no line like $2 in ${1##*/}"
}

# refuses PATTERN: the last command wrote one line of the launcher's own like that, and no result.
refuses() {
    says "$err" "^nn: $1"
    [ "$(wc -l <"$err")" -eq 1 ] || complain "more than one line"
    [ ! -s "$out" ] || complain "a result beside the failure"
}

# is WANTED GOT
is() {
    [ "$2" = "$1" ] || complain "<$2>, wanted <$1>"
}

# begin COMMAND...: starts it in the background as the leader of a process group; $pid is its process.
begin() {
    set -m
    (cd "$empty" && exec env --default-signal=HUP,INT,TERM "$@") >"$out" 2>"$err" </dev/null &
    pid=$!
    set +m
    begun+=("$pid")
}

# ends WANTED PID: it ends by itself with this exit code, and nothing that it started goes on.
ends() {
    local status=0
    await "the end of process $2" has_ended "$2"
    wait "$2" || status=$?
    [ "$status" -eq "$1" ] || complain "exit code $status, wanted $1"
    ! kill -0 -- "-$2" 2>/dev/null || complain "a process that it started goes on"
}

has_ended() {
    ! kill -0 "$1"
}

# await WHAT TEST...: until the test succeeds; three minutes at most.
await() {
    local what=$1 tries=1800
    shift
    until "$@" 2>/dev/null; do
        [ "$((tries--))" -gt 0 ] || complain "waited in vain for: $what"
        sleep 0.1
    done
}

# Of a check that failed.
end_what_is_left() {
    local pid
    for pid in "${begun[@]}"; do
        kill -KILL -- "-$pid" 2>/dev/null || :
    done
}

# tools_without NAME...: prints a PATH with all programs but these.
tools_without() {
    local tools directory
    tools=$(mktemp -d "$scratch/tools.XXXXXX")
    local -a directories
    IFS=: read -ra directories <<<"$PATH"
    for directory in "${directories[@]}"; do
        ln -s "$directory"/* "$tools" 2>/dev/null || : # the first of a name counts, the others are refused
    done
    (cd "$tools" && rm -f -- "$@")
    echo "$tools"
}

# Before a command: a user who may write nothing here, has no home, and is in no list of users. Who is not root is that user as
# far as permissions go.
guest=()
[ "$(id -u)" -ne 0 ] || guest=(chroot --userspec=54321:54321 --groups=54321 --skip-chdir /)
