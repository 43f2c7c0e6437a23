#!/usr/bin/env bash
# Checks the packages that "mvn -P dist package" makes, as their users use them: unpacks, installs, uses and removes them.
#
#   scripts/check-packages.sh [WORD...]    all checks, or those whose claim has one of the words in it
#
# Works on the packages in target, or makes them first. The checks of the Debian package need root and dpkg, as they install it; elsewhere
# they are skipped. Takes about a minute. Ends with "N passed, M failed" and a status of 0 only if nothing failed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS XDG_CACHE_HOME LC_ALL "${!NN_@}" "${!LC_@}"
export LANG=C.UTF-8
source "$project/scripts/check-launcher/frame.sh"

claims=(
    the_archive_runs_where_nothing_but_the_home_can_be_written
    the_archive_runs_where_nothing_can_be_written
    the_doctor_names_what_cannot_be_written
    the_next_start_uses_the_class_archive_in_the_users_cache
    a_new_build_replaces_the_class_archive_of_the_old_one
    the_zip_holds_the_same_as_the_tar
    the_version_names_the_build_and_its_libraries
    the_archive_holds_manual_pages_and_completion
    the_debian_package_is_installed_used_and_removed
    the_debian_package_conflicts_with_the_other_nn
)

make_packages() {
    packages=("$project"/target/nn-[0-9]*.tar.gz)
    if [ ! -e "${packages[0]}" ] || [ -n "$(find "$project/src/main" "$project/pom.xml" -newer "${packages[0]}" -print -quit)" ]; then
        (cd "$project" && mvn -B -q -P dist -Dmaven.test.skip=true package) || exit 1
    fi
    tar=$(echo "$project"/target/nn-[0-9]*.tar.gz)
    zip=${tar%.tar.gz}.zip
    deb=$(echo "$project"/target/nn-digits_*_amd64.deb)
    unpacked=$scratch/unpacked
    mkdir "$unpacked"
    tar -xzf "$tar" -C "$unpacked" --no-same-owner
    installed=$(echo "$unpacked"/nn-*)
    chmod -R a-w "$unpacked"
    home=$scratch/home
    mkdir -m 777 "$home"
    chmod 777 "$empty"
    # Without Maven, Git and the JDK's compiler; the guest may read no files of root's home.
    tools=$(tools_without mvn git javac)
    chmod 755 "$tools"
    as_guest=("${guest[@]}" env -u JAVA_HOME "PATH=$tools" "HOME=$home")
}

# use NN: trains, predicts and looks at a machine as a user would.
use() {
    expect 0 "${as_guest[@]}" "$@" train --preset fast --limit 1000 --epochs 1 --out "$empty/run" --force
    python3 "$scratch/seven.py" "$project/data/mnist/t10k-images-idx3-ubyte.gz" "$empty/seven.pgm"
    expect 0 "${as_guest[@]}" "$@" predict "$empty/seven.pgm"
    says "$out" '^7 '
    expect 0 "${as_guest[@]}" "$@" doctor
    rm -rf "$empty/run" "$empty/seven.pgm"
}

the_archive_runs_where_nothing_but_the_home_can_be_written() {
    use "$installed/bin/nn"
    is "" "$(find "$unpacked" -newer "$scratch/seven.py")"
}

the_archive_runs_where_nothing_can_be_written() {
    expect 0 "${as_guest[@]}" HOME=/nonexistent "$installed/bin/nn" --help
    [ ! -s "$err" ] || complain "it complains"
}

the_doctor_names_what_cannot_be_written() {
    expect 7 "${as_guest[@]}" sh -c "cd / && exec '$installed/bin/nn' doctor"
    says "$out" '^PROBLEM  current directory  /: cannot be written$'
    says "$out" '^Not all works: 1 problem'
    expect 7 "${as_guest[@]}" NN_JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=/usr/nn "$installed/bin/nn" doctor
    says "$out" '^PROBLEM  native cache +/usr/nn: cannot be written$'
}

the_next_start_uses_the_class_archive_in_the_users_cache() {
    expect 0 "${as_guest[@]}" "$installed/bin/nn" --help
    expect 0 "${as_guest[@]}" NN_JAVA_OPTS=-Xlog:class+load:stderr "$installed/bin/nn" --help
    says "$err" 'nn.cli.NnCommand source: shared objects file'
    [ ! -e "$unpacked/target" ] || complain "something was built"
}

a_new_build_replaces_the_class_archive_of_the_old_one() {
    local other=$scratch/other
    cp -r "$installed" "$other"
    chmod -R u+w "$other"
    expect 0 "${as_guest[@]}" "$other/bin/nn" --help
    is 1 "$(compgen -G "$home/.cache/nn/nn-*.jsa" | wc -l)"
    echo 9.9.9-new >"$other/release"
    expect 0 "${as_guest[@]}" "$other/bin/nn" --help
    is 1 "$(compgen -G "$home/.cache/nn/nn-*.jsa" | wc -l)"
    is 1 "$(compgen -G "$home/.cache/nn/nn-9.9.9-new-*.jsa" | wc -l)"
    # Another installation keeps its own.
    expect 0 "${as_guest[@]}" "$installed/bin/nn" --help
    is 2 "$(compgen -G "$home/.cache/nn/nn-*.jsa" | wc -l)"
    rm -rf "$other"
}

the_zip_holds_the_same_as_the_tar() {
    mkdir "$scratch/zip"
    python3 -m zipfile -e "$zip" "$scratch/zip"
    diff -r "$unpacked" "$scratch/zip"
    rm -rf "$scratch/zip"
    # Its tools for Unix make the launcher executable.
    python3 -c 'import sys, zipfile
for entry in zipfile.ZipFile(sys.argv[1]).infolist():
    if entry.filename.endswith("bin/nn"): sys.exit(0 if entry.external_attr >> 16 & 0o111 else 1)
sys.exit(1)' "$zip" || complain "bin/nn cannot be executed"
}

the_version_names_the_build_and_its_libraries() {
    expect 0 "${as_guest[@]}" "$installed/bin/nn" --version
    says "$out" '^nn [0-9]+\.[0-9]+\.[0-9]+ \(commit ([0-9a-f]{7}|unknown)\)$'
    says "$out" '^JDK [0-9]+'
    says "$out" '^ND4J [0-9].*, oneDNN [0-9]'
}

the_archive_holds_manual_pages_and_completion() {
    bash -n "$installed/share/bash-completion/completions/nn"
    grep -q "'nn train --preset'" "$installed/share/bash-completion/completions/nn"
    grep -q '^#compdef nn' "$installed/share/zsh/site-functions/_nn"
    local command
    expect 0 "${as_guest[@]}" "$installed/bin/nn" --help
    while read -r command; do
        [ -s "$installed/share/man/man1/nn-$command.1" ] || complain "no page of $command"
    done < <(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' "$out")
    grep -q NN_JAVA_OPTS "$installed/share/man/man1/nn.1" || complain "no variables in the page of nn"
}

require_dpkg() {
    [ "$(id -u)" -eq 0 ] || skip "needs root"
    command -v dpkg >/dev/null || skip "no dpkg here"
}

# What it depends on may be installed otherwise, such as a JDK from elsewhere.
the_debian_package_is_installed_used_and_removed() {
    require_dpkg
    [ ! -e /usr/bin/nn ] || skip "there is a /usr/bin/nn here"
    dpkg --force-depends -i "$deb" >"$out" 2>"$err"
    trap 'dpkg --purge nn-digits >/dev/null 2>&1; end_what_is_left' EXIT
    use /usr/bin/nn
    [ -s /usr/share/man/man1/nn-train.1.gz ] || complain "no manual page"
    is "" "$(dpkg --verify nn-digits)"
    dpkg --purge nn-digits >"$out" 2>"$err"
    for left in /usr/bin/nn /usr/lib/nn-digits /usr/share/doc/nn-digits /usr/share/man/man1/nn.1.gz; do
        [ ! -e "$left" ] || complain "$left is left"
    done
}

the_debian_package_conflicts_with_the_other_nn() {
    require_dpkg
    local other=$scratch/nn
    mkdir -p "$other/DEBIAN"
    printf 'Package: nn\nVersion: 6.7\nArchitecture: all\nMaintainer: nobody <nobody@example.org>\nDescription: stands for the newsreader\n' \
        >"$other/DEBIAN/control"
    dpkg-deb -b "$other" "$other.deb" >/dev/null
    dpkg -i "$other.deb" >/dev/null
    trap 'dpkg --purge nn nn-digits >/dev/null 2>&1; end_what_is_left' EXIT
    ! dpkg --force-depends -i "$deb" >"$out" 2>"$err" || complain "both are installed"
    says "$err" 'nn-digits conflicts with nn'
    dpkg --purge nn >/dev/null
}

for word; do
    is_known "$word" || refuse "no claim has '$word' in it"
done
prepare
make_packages
# The first image of the test set, a 7, as a picture with dark ink.
cat >"$scratch/seven.py" <<'END'
import gzip, sys
pixels = gzip.open(sys.argv[1]).read(16 + 784)[16:]
with open(sys.argv[2], "wb") as file:
    file.write(b"P5 28 28 255\n" + bytes(255 - value for value in pixels))
END
for claim in "${claims[@]}"; do
    ! is_wanted "$claim" "$@" || check "$claim"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
