# shellcheck shell=sh disable=SC2154 # what scripts/nn, which sources this, has set
# Keeps target/nn.jar up to date: finds out whether it is stale, and builds it with Maven, one launcher at a time.
# shellcheck disable=SC3013 # test -nt is in POSIX since 2024 and in every shell long before

# Whether the jar is missing, not finished, or older than what it is made of (directories count: a deleted file changes its
# directory). A source that is dated in the future counts only if it changed since the build began.
build_is_stale() {
    [ -z "$build" ] || return 1 # a package
    [ ! -e "$unfinished" ] || return 0
    [ -e "$jar" ] || return 0
    ! jar_is_of_the_future || return 0
    for source in "$home/pom.xml" "$home/.mvn" "$home"/.mvn/* "$home"/src/main "$home"/src/main/* "$home"/src/main/*/* \
        "$home"/src/main/*/*/* "$home"/src/main/*/*/*/* "$home"/src/main/*/*/*/*/* \
        "$home"/src/main/*/*/*/*/*/*; do
        if [ "$source" -nt "$jar" ]; then
            changed=$(find "$home/pom.xml" "$home/.mvn" "$home/src/main" -cnewer "$jar" 2>/dev/null) || return 0
            [ -n "$changed" ]
            return
        fi
    done
    return 1
}

# Whether the jar is dated in the future, as when a wrong clock was set right: it would be newer than what is edited. The time is that
# of this process, and then of the file system, which may be another machine's.
jar_is_of_the_future() {
    [ -e /proc/self ] && [ "$jar" -nt /proc/self ] && can_write && : >"$target/.clock" && [ "$jar" -nt "$target/.clock" ]
}

can_write() {
    if [ -n "$build" ]; then
        [ -w "$target" ] || mkdir -p "$target" 2>/dev/null
        return
    fi
    [ -w "$home" ] && { [ ! -e "$target" ] || [ -w "$target" ]; }
}

# Builds what is missing or old. Where it may not write (an installed copy), what is there is used as it is.
bring_up_to_date() {
    if ! build_is_stale && ! archive_is_stale; then
        return
    fi
    if ! can_write; then
        if [ ! -e "$jar" ] || [ -e "$unfinished" ]; then
            fail "$home: not built yet, and not writable; build it as its owner: $home/scripts/nn --version"
        fi
        # Of an installed copy one may use what is there. Whoever edits the sources would not see what they do.
        if [ -w "$home" ] && build_is_stale; then
            fail "$target: belongs to another user, so the newer sources cannot be built; sudo chown -R $(id -u) $target"
        fi
        return
    fi
    lock
    ! build_is_stale || build
    ! archive_is_stale || make_archive
    give_to_owner
    unlock
}

# Two launchers never build at once: the second waits, and then finds the work done. Without flock (macOS) a symbolic link
# that names the process is the lock. One of a dead process is not taken over, as two could do so at once.
lock() {
    mkdir -p "$target" || fail "$target: cannot be made; make $home writable"
    if command -v flock >/dev/null; then
        exec 9>"$target/.lock"
        flock -n 9 2>/dev/null
        # Another status says that the file system has no locks.
        if [ $? -eq 1 ]; then
            tell "waiting for another nn, which builds ..."
            flock 9
        fi
    else
        told=
        until ln -s $$ "$target/.locked" 2>/dev/null; do
            owner=$(readlink "$target/.locked") && ! kill -0 "$owner" 2>/dev/null &&
                fail "$target/.locked: left by a build that was killed; remove it"
            [ -n "$told" ] || tell "waiting for another nn, which builds ..."
            told=yes
            sleep 1
        done
    fi
    maven=''
    trap 'unlock; exit 129' HUP
    trap 'unlock; exit 130' INT
    trap 'unlock; exit 143' TERM
}

# What is at work for this launcher goes with the lock. A build that was cut short leaves the one before it.
unlock() {
    trap - HUP INT TERM
    [ -z "$maven" ] || { kill "$maven" && wait "$maven"; } 2>/dev/null
    if [ -e "$before" ] && mv -f "$before" "$jar"; then
        rm -f "$unfinished"
    fi
    rm -rf "$scratch"
    rm -f "$target/.locked"
    exec 9>&-
}

build() {
    [ -x "$java_home/bin/javac" ] || fail "$java_home: no javac, so this is no JDK; $(install_command jdk), or set JAVA_HOME"
    command -v mvn >/dev/null || fail "no Maven found (mvn); $(install_command maven)"
    if [ -d "$target/lib" ]; then
        tell "building, as the sources are newer than the build ..."
    else
        tell "building, as this is the first use (Maven fetches the libraries, some minutes) ..."
    fi
    # A build that was cut short in whatever way is known by this file.
    [ -e "$unfinished" ] || mv -f "$jar" "$before" 2>/dev/null
    : >"$unfinished"
    # Not overwritten: programs that run on the old jar keep it.
    rm -f "$jar"
    # Without an entry in the list of users, Maven takes a directory "?" for its home.
    java_options=${JDK_JAVA_OPTIONS:-}
    if ! id -un >/dev/null 2>&1; then
        maven_home=$target
        [ ! -w "${HOME:-/nonexistent}" ] || maven_home=$HOME
        java_options="\"-Duser.home=$maven_home\" $java_options"
    fi
    # In the background, as a shell hears of signals only between the commands that it waits for.
    (cd "$home" && export JAVA_HOME="$java_home" JDK_JAVA_OPTIONS="$java_options" && exec mvn -B -q -Dmaven.test.skip=true package) \
        >"$target/build.log" 2>&1 </dev/null &
    maven=$!
    if ! wait "$maven"; then
        maven=''
        cat "$target/build.log" >&2
        unlock
        fail "$home: the build failed, Maven's output is above; mend that and call again"
    fi
    maven=''
    touch -r "$unfinished" "$jar" # what was edited since the build began is newer
    rm -f "$unfinished" "$before"
}

# After sudo, or in a container, the build is its owner's, who could not renew it otherwise.
give_to_owner() {
    [ "$(id -u)" -eq 0 ] && [ -z "$build" ] || return 0
    # shellcheck disable=SC2012 # stat differs between systems, and the numbers come before the name
    ls -ldn "$home" | {
        read -r _ _ user group _
        [ "$user" = 0 ] || chown -R "$user:$group" "$target"
    }
}
