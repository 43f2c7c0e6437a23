# What the scripts share, to be sourced: their help, and the refusal of arguments that they do not know.
# shellcheck shell=bash

# answer_help "$@": with --help the comment at the head of the script is printed, and the script ends.
answer_help() {
    case ${1:-} in
        -h | --help)
            sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
            exit
            ;;
    esac
}

# refuse WHY
refuse() {
    echo "${0##*/}: $*; see ${0##*/} --help" >&2
    exit 2
}

# at_most COUNT "$@"
at_most() {
    [ "$#" -le "$(($1 + 1))" ] || refuse "too many arguments: ${*:$(($1 + 2))}"
}

# require_number NAME VALUE: a whole number of at least 1.
require_number() {
    [[ $2 =~ ^[1-9][0-9]*$ ]] || refuse "$1 is '$2'; it must be a whole number of at least 1"
}

# require_one_of NAME VALUE KNOWN...
require_one_of() {
    local name=$1 value=$2 known
    shift 2
    for known in "$@"; do
        [ "$value" != "$known" ] || return 0
    done
    refuse "there is no $name '$value'; there are: $*"
}
