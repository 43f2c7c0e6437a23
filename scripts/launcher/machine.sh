# shellcheck shell=sh disable=SC2154,SC2034 # what scripts/nn, which sources this, has set and uses
# Finds what this machine has: the JDK, a place for the native libraries, a locale that takes all file names.

# Sets java_home, java, and from the JDK's release file (a JVM takes far longer to say it) version and release.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        case $JAVA_HOME in
            /* | ?:*) java_home=$JAVA_HOME ;;
            *) java_home=$PWD/$JAVA_HOME ;; # Maven is called in another directory
        esac
        [ -x "$java_home/bin/java" ] || fail "JAVA_HOME=$JAVA_HOME: no bin/java there; unset it or name a JDK 17 or newer"
    else
        java=$(command -v java) || fail "no java found; $(install_command jdk)"
        java=$(readlink -f "$java") && java_home=${java%/bin/java}
        # macOS: /usr/bin/java only stands for the JDK.
        [ -e "$java_home/release" ] || [ ! -x /usr/libexec/java_home ] || java_home=$(/usr/libexec/java_home) ||
            fail "no JDK found; $(install_command jdk)"
    fi
    java=$java_home/bin/java

    version=17 release=unknown
    if [ -r "$java_home/release" ]; then
        while IFS='=' read -r key value; do
            value=${value#\"} value=${value%\"}
            case $key in
                JAVA_RUNTIME_VERSION) release=$value ;;
                JAVA_VERSION)
                    version=${value%%[!0-9]*}
                    [ "$release" != unknown ] || release=$value
                    break
                    ;;
            esac
        done <"$java_home/release"
    fi
    [ "$version" -ge 17 ] ||
        fail "$java_home: Java $value is too old, 17 or newer is needed; $(install_command jdk), or set JAVA_HOME"
}

# Sets natives: where JavaCPP unpacks 460 MB of native libraries at the first use (some seconds). That is its own usual place,
# which Maven's tests use too and which outlives a clean build. Told here, as the JVM takes its home from the passwd file and
# makes a directory named "?" where there is no entry; a home that is missing or read-only is replaced. Where nothing is writable, the
# program says so once it needs the libraries: the help does not, nor do a few predictions.
find_natives() {
    natives=${HOME:-/nonexistent}/.javacpp/cache
    if [ -w "$natives" ] || { [ ! -e "$natives" ] && [ -w "${HOME:-/nonexistent}" ]; }; then
        return
    fi
    if can_write; then
        natives=$target/natives
        return
    fi
    natives=${TMPDIR:-/tmp}/nn-natives-$(id -u)
    mkdir -m 700 "$natives" 2>/dev/null || [ ! -e "$natives" ] || [ -n "$(find "$natives" -prune -type d -user "$(id -u)" 2>/dev/null)" ] ||
        fail "$natives: not a directory of this user; set HOME or TMPDIR to a directory that is writable"
}

# In the C locale, which is also that of cron jobs and containers without any, the JVM takes names of files for ASCII and finds
# no other one, nor does Maven. The same happens where the locale is not installed, as ssh brings along that of another machine.
# C.UTF-8 takes all names. In such a locale, text for the terminal stays ASCII (plain). The language of the lessons is what the user
# asked for (language). The system's messages stay English, as the program knows a full disk or a closed pipe by them.
accept_all_names() {
    plain=
    language=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
    unset LANGUAGE # which translates even messages of C.UTF-8
    encoding=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}
    case $encoding in
        C | POSIX) plain=ascii ;;
        *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*)
            [ -d /usr/lib/locale/C.utf8 ] || [ -d /usr/lib/locale/C.UTF-8 ] || {
                keep_encoding
                return
            }
            ;;
        *)
            # Of a locale that is not installed, it complains in a sentence.
            case $(locale charmap 2>&1) in
                *' '* | ANSI_X3.4-1968) plain=ascii ;;
                *)
                    keep_encoding
                    return
                    ;;
            esac
            ;;
    esac
    export LC_ALL=C.UTF-8 # one category that is not installed would spoil them all
}

# The encoding of an installed locale stays, with English messages of the system.
keep_encoding() {
    unset LC_ALL
    export LANG="$encoding" LC_CTYPE="$encoding" LC_MESSAGES=C
}

# The way to install a package ("jdk" or "maven") on this machine.
install_command() {
    if command -v apt-get; then
        jdk=openjdk-17-jdk-headless
        ! apt-cache show openjdk-21-jdk-headless || jdk=openjdk-21-jdk-headless
        command="sudo apt install"
    elif command -v dnf; then
        jdk=java-21-openjdk-devel command="sudo dnf install"
    elif command -v zypper; then
        jdk=java-21-openjdk-devel command="sudo zypper install"
    elif command -v pacman; then
        jdk=jdk21-openjdk command="sudo pacman -S"
    elif command -v brew; then
        jdk=openjdk@21 command="brew install"
    else
        jdk="a JDK from https://adoptium.net" maven="Maven from https://maven.apache.org" command=install
    fi >/dev/null 2>&1
    case $1 in
        jdk) printf '%s %s' "$command" "$jdk" ;;
        maven) printf '%s %s' "$command" "${maven:-maven}" ;;
    esac
}

# OpenBLAS of ND4J 1.0.0-M2.1, which multiplies doubles (in lessons), does not know the newer CPUs and falls back to AVX2. Its
# AVX-512 kernels are twice as fast, but need all four of these.
choose_blas_kernels() {
    if [ -z "${OPENBLAS_CORETYPE:-}" ] && [ -r /proc/cpuinfo ]; then
        while IFS= read -r line; do
            case $line in
                flags*)
                    line="$line "
                    for flag in avx512f avx512dq avx512bw avx512vl; do
                        case $line in *" $flag "*) ;; *) return ;; esac
                    done
                    export OPENBLAS_CORETYPE=SkylakeX
                    return
                    ;;
            esac
        done </proc/cpuinfo
    fi
}
