#!/usr/bin/env bash
# What is said of a release in several places is the same in all of them, and packages come with a configuration that can be used.
. "$(dirname "$0")/../e2e/lib.bash"

control() { # control FILE KEY
    sed -n "s/^$2 *= *'\(.*\)'/\1/p" "$root/$1"
}

meta() { # meta JQ'S FILTER
    sed "s/@VERSION@/$version/" "$root/packaging/META.json.in" | jq -er "$1"
}

version=$(control extension/pgfanout.control default_version)
is "$(sed -n 's/^## \([0-9.]*\), .*/\1/p' "$root/CHANGELOG.md" | head -n 1)" "$version" "the changelog begins with the extension's version"


# What was released stays as it is: later versions are updated from it.
kept=$root/tests/upgrade/pgfanout--$version.sql
if grep -q "^## $version, unreleased" "$root/CHANGELOG.md"; then
    is "$([[ -e $kept ]] && echo kept)" "" "of what isn't released no install script is kept"
else
    is "$(diff "$kept" "$root/${BUILD:-build}/pgfanout--$version.sql" 2>&1 | head -n 5)" "" "the install script of a release is kept, and hasn't changed since"
fi

# What PGXN's specification wants of every distribution.
is "$(meta '["name", "version", "abstract", "maintainer", "license", "provides", "meta-spec"] - keys | join(" ")')" "" "META.json has all that it must"
is "$(meta .abstract)" "$(control extension/pgfanout.control comment)" "what the extension says of itself"
for control in extension/pgfanout.control sql/front/fanout_front.control; do
    extension=$(basename "$control" .control)
    is "$(meta ".provides.$extension | .file, .version, .abstract")" "$control
$version
$(control "$control" comment)" "and of $extension its file, its version and its abstract"
    ok "$([[ -e $root/$(meta ".provides.$extension.docfile") ]] && echo 0 || echo 1)" "with a page that is there"
done

if type dpkg-parsechangelog >/dev/null 2>&1; then
    "$root/packaging/debian-changelog" <"$root/CHANGELOG.md" >changelog
    is "$(dpkg-parsechangelog -l changelog -S Version 2>&1)" "$version-1" "Debian's changelog can be made of ours"
fi

is "$("$fanoutd" --check-config --config "$root/packaging/debian/fanoutd.json" >/dev/null 2>&1 && echo good)" good \
    "the daemon can use the configuration of Debian's package"
