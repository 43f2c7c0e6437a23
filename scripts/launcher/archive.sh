# shellcheck shell=sh disable=SC2154,SC3013 # what scripts/nn, which sources this, has set; test -nt is in every shell
# Keeps the class-data-sharing archive of this JDK up to date, which takes half of the start-up time.

# Whether the archive of this JDK is missing, older than the jar, or made when the project was elsewhere (it holds the paths of
# the jars). An empty one says that it could not be made.
archive_is_stale() {
    [ -e "$archive" ] && [ -e "$archive.home" ] && [ ! "$jar" -nt "$archive" ] || return 0
    IFS= read -r made_in <"$archive.home"
    [ "$made_in" != "$home" ]
}

# Makes the class-data-sharing archive: the JDK's and our classes, parsed and verified, ready to be mapped. It takes
# half of the start-up time. The classes are those which the usual commands load; a JVM that does not like the archive
# ignores it. One way for all JDKs: class lists, merged, and a static dump.
make_archive() {
    tell "preparing this build for quick starts, which takes some seconds ..."
    rm -rf "$scratch" # of a launcher that was killed
    mkdir "$scratch" 2>/dev/null || return 0
    # A picture of a 1.
    echo iVBORw0KGgoAAAANSUhEUgAAABwAAAAcAQAAAABaduI5AAAAFklEQVR42mP4////BwasxA+aETisBADwim1vpiOtoQAAAABJRU5ErkJggg== |
        base64 -d >"$scratch/digit.png" 2>/dev/null
    list_classes help --help
    list_classes data data list
    list_classes train train --preset fast --limit 1200 --epochs 1 --hidden 16 --batch-size 64 --out "$scratch/run"
    # So many need ND4J, one does not.
    yes "$scratch/digit.png" | head -n 20 >"$scratch/digits"
    list_classes predict predict --model "$scratch/run/model.safetensors" "@$scratch/digits"
    list_classes shipped predict --model "$home/data/model.safetensors" "$scratch/digit.png"
    list_classes read read --model "$home/data/model.safetensors" "$scratch/digit.png"
    list_classes inspect inspect "$scratch/run/model.safetensors"
    # Numbers are unique only within one list, and classes of other loaders ("source:") need them. A line that stands twice in a
    # list is for two lambdas that look the same; what stands in several lists, the JVM has and skips.
    sed -e '/ source: /d' -e 's/ id: [0-9]*$//' "$scratch"/*.classes >"$scratch/all" 2>/dev/null
    # A JVM that crashes here writes what happened into the directory that is removed, not into the user's.
    quiet_java -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$scratch/all" -XX:SharedArchiveFile="$scratch/archive" \
        -XX:ErrorFile="$scratch/crash" -cp "$jar" || : >"$scratch/archive"
    remove_old_archives
    mv -f "$scratch/archive" "$archive" 2>/dev/null && printf '%s\n' "$home" >"$archive.home"
}

# Those of an older build, for any JDK. A user's cache may also hold those of other installations.
remove_old_archives() {
    if [ -z "$build" ]; then
        find "$target" -maxdepth 1 -name 'nn-*.jsa' ! -newer "$jar" -exec rm -f {} +
        return
    fi
    for old in "$target"/nn-*.jsa.home; do
        [ -e "$old" ] || continue # there is none
        IFS= read -r made_in <"$old"
        case $made_in:${old##*/} in
            "$home:nn-$build-"*) ;;
            "$home:"*) rm -f "$old" "${old%.home}" ;;
        esac
    done
}

list_classes() {
    classes=$scratch/$1.classes
    shift
    quiet_java -XX:DumpLoadedClassList="$classes" -XX:+UseSerialGC -Xlog:disable -Djava.awt.headless=true -Dnn.home="$home" -Dnn.stdout=1 \
        -Djava.locale.providers=FALLBACK -Dorg.bytedeco.javacpp.cachedir="$natives" -jar "$jar" "$@"
}

# Options in the environment are for the program; here they could only be in the way.
quiet_java() {
    JDK_JAVA_OPTIONS='' JAVA_TOOL_OPTIONS='' _JAVA_OPTIONS='' "$java" "$@" >/dev/null 2>&1 </dev/null
}
