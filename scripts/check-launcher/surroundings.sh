# What the real program gets from the launcher: options, names, signals, and a place for native libraries.
# shellcheck shell=bash
# shellcheck disable=SC2317 # the claims are called by name

surroundings=(
    java_options_win_over_those_of_the_launcher
    names_are_read_in_every_locale
    warnings_of_java_are_no_result
    a_full_disk_is_known
    a_chinese_environment_gives_chinese_lessons
    a_signal_stops_and_saves_a_training
    native_libraries_are_unpacked_where_one_may_write
    where_native_libraries_cannot_be_is_said
    where_nothing_is_writable_pictures_are_answered
    a_user_without_a_home_trains
)

java_options_win_over_those_of_the_launcher() {
    need_project
    NN_JAVA_OPTS='-Djava.awt.headless=false -XshowSettings:properties' expect 0 "$nn" --version
    is false "$(property java.awt.headless)"
    # The JVM refuses two collectors, and a heap that begins larger than it may become.
    local name option
    for name in NN_JAVA_OPTS JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS _JAVA_OPTIONS; do
        for option in -XX:+UseParallelGC -Xmx64m -XX:MaxHeapSize=64m $'-Da=b\t-XX:+UseG1GC\n-Xmx64m'; do
            expect 0 env "$name=$option" "$nn" --version
        done
    done
}

warnings_of_java_are_no_result() {
    need_project
    NN_JAVA_OPTS='-Xmx300m -Xmn400m' expect 0 "$nn" --version # less in all than for a part
    says "$err" warning
    is 3 "$(wc -l <"$out")" # nn, JDK, ND4J
    # Its last words, too, which no option moves.
    NN_JAVA_OPTS="-Xmx8m -XX:+CrashOnOutOfMemoryError -XX:-CreateCoredumpOnCrash -XX:ErrorFile=$scratch/crash" \
        expect 1 "$nn" train --json --no-test --out "$scratch/crashed"
    says "$err" 'A fatal error has been detected'
    is '' "$(cat "$out")"
}

# In whatever language.
a_full_disk_is_known() {
    need_project
    [ -w /dev/full ] || skip "no /dev/full here"
    # shellcheck disable=SC2016 # the inner shell's variable
    LANGUAGE=de expect 7 sh -c '"$0" --help >/dev/full' "$nn"
    refuses 'standard output: No space left on device; '
}

a_chinese_environment_gives_chinese_lessons() {
    need_project
    LANG=zh_CN.UTF-8 expect 0 "$nn" lesson
    grep -q '矩阵' "$out"
    LANG=zh_CN.GB18030 expect 0 "$nn" lesson
    grep -q '矩阵' "$out"
    expect 0 "$nn" lesson
    ! grep -q '矩阵' "$out" || complain "Chinese by default"
}

# Also where the locale is not installed: ssh brings along that of another machine.
names_are_read_in_every_locale() {
    need_project
    # shellcheck disable=SC2016 # it is called so
    local locale file='Zähler "7" $1 七.txt'
    echo text >"$empty/$file"
    for locale in LANG=C.UTF-8 LANG= LANG=C LC_ALL=C LC_CTYPE=POSIX LANG=xx_XX.UTF-8 LC_ALL=xx_XX.utf8 \
        LANG=xx_XX LANG=de_DE@euro LC_ALL=zh_XX.GB18030 LC_CTYPE=xx_XX.ISO-8859-1; do
        expect 4 env -u LANG "$locale" "$nn" inspect "$file"
        is "nn: $file:" "$(cut -d ' ' -f -5 "$err")"
    done
    rm "$empty/$file"
}

# The signal goes to the launcher's own process. The training saves after each step, so it lasts long enough to be met.
a_signal_stops_and_saves_a_training() {
    need_project
    local signal run
    for signal in TERM:143 INT:130 HUP:129; do
        run=$scratch/stopped-${signal%:*}
        begin "$nn" train --preset fast --limit 600 --epochs 1000 --hidden 16 --no-test --checkpoint-interval 1 --out "$run"
        await 'the training' test -e "$run/last.safetensors"
        kill -s "${signal%:*}" "$pid"
        ends "${signal#*:}" "$pid"
        says "$err" "^nn: stopped and saved in epoch [0-9]+ of 1000; go on with: $nn train --resume $run\$"
    done
}

# Where they are not found JavaCPP unpacks 460 MB, and the JVM takes its own idea of a home for the place.
native_libraries_are_unpacked_where_one_may_write() {
    need_installed
    local user home=$scratch/home cachedir=org.bytedeco.javacpp.cachedir
    user=$("${guest[@]}" id -u)
    mkdir -p "$home"
    export NN_JAVA_OPTS=-XshowSettings:properties
    HOME=$home expect 0 "$nn" --version
    is "$home/.javacpp/cache" "$(property $cachedir)"
    HOME=/nonexistent expect 0 "$nn" --version
    is "$project/target/natives" "$(property $cachedir)"
    for home in /nonexistent /; do
        expect 0 "${guest[@]}" env HOME=$home TMPDIR="$guest_tmp" "$installed/scripts/nn" --version
        is "$guest_tmp/nn-natives-$user" "$(property $cachedir)"
    done
    is 700 "$(stat -c %a "$guest_tmp/nn-natives-$user")"
    # Somebody else could have put libraries of theirs there.
    rm -r "$guest_tmp/nn-natives-$user"
    ln -s "$scratch" "$guest_tmp/nn-natives-$user"
    expect 7 "${guest[@]}" env HOME=/nonexistent TMPDIR="$guest_tmp" "$installed/scripts/nn" --version
    refuses "$guest_tmp/nn-natives-$user: not a directory of this user; "
}

# in_mounts COMMAND: with mounts of its own, of which this shell sees nothing. $home is one that is empty.
in_mounts() {
    home=$scratch/mounted
    mkdir -p "$home"
    unshare --mount true 2>/dev/null || skip "no mounts of our own here"
    mounts=(unshare --mount sh -c "$1; shift; exec \"\$@\"" sh "$home")
}

# shellcheck disable=SC2016 # the inner shell's argument
where_native_libraries_cannot_be_is_said() {
    need_project
    local home mounts
    in_mounts 'mount -t tmpfs -o size=50m none "$1"'
    expect 7 "${mounts[@]}" env "HOME=$home" "$nn" "${small[@]}" --out "$scratch/no-space"
    refuses "$home/.javacpp/cache: has [0-9]+ MB left, and the native libraries need [0-9]+ MB more; "
    in_mounts 'mount -t tmpfs -o noexec none "$1"'
    expect 7 "${mounts[@]}" env "HOME=$home" "$nn" "${small[@]}" --out "$scratch/no-exec"
    refuses "$home/.javacpp/cache: nothing in it may be executed \\(noexec\\), "
}

where_nothing_is_writable_pictures_are_answered() {
    need_project
    local home mounts
    printf 'P2 8 8 9 %s\n' "$(printf '0 0 0 0 9 0 0 0 %.0s' 1 2 3 4 5 6 7 8)" >"$scratch/one.pgm"
    in_mounts 'mount -o remount,bind,ro /'
    expect 0 "${mounts[@]}" env -u TMPDIR HOME=/nonexistent "$nn" --help
    expect 0 "${mounts[@]}" env -u TMPDIR HOME=/nonexistent "$nn" predict --model "$project/data/model.safetensors" "$scratch/one.pgm"
    expect 7 "${mounts[@]}" env -u TMPDIR HOME=/nonexistent "$nn" lesson softmax
    refuses '/tmp/nn-natives-0: cannot be written, and nn needs a place for its native libraries; '
}

a_user_without_a_home_trains() {
    need_installed
    local user cache natives current=$scratch/guest-current
    cache=${HOME:-/nonexistent}/.javacpp/cache
    [ -d "$cache" ] || cache=$project/target/natives
    user=$("${guest[@]}" id -u)
    natives=$guest_tmp/nn-natives-$user
    rm -rf "$natives" "$current"
    mkdir "$current"
    # What is unpacked already is not unpacked again.
    cp -al "$cache" "$natives" 2>/dev/null || cp -a "$cache" "$natives"
    rm -f "$natives/.lock"
    chown "$user" "$natives" "$current"
    # shellcheck disable=SC2016 # the inner shell's variables
    expect 0 "${guest[@]}" env HOME=/nonexistent TMPDIR="$guest_tmp" sh -c 'cd "$0" && exec "$@"' "$current" \
        "$installed/scripts/nn" "${small[@]}" --out run
    is '' "$(cat "$err")"
    is run "$(ls "$current")"
    is "nn-natives-$user" "$(ls "$guest_tmp")"
}
