# Builds are kept, a folder for every state of the sources, as long as a process runs from them.

# Notes this process, and what it becomes, as one that runs from a build. use_build BUILD
use_build() {
    # A folder that cannot be written is no reason not to start.
    { mkdir -p "$1/users" && : >"$1/users/$$"; } 2>/dev/null || true
}

# Gives a finished build its name. Another jiga may have made the same at the same time: one of the two is enough.
# name_build MADE BUILD
name_build() {
    [ -e "$2" ] || mv "$1" "$2" 2>/dev/null || true
    rm -rf "$1"
}

# Removes the builds in a folder that no process runs from. remove_unused_builds FOLDER
remove_unused_builds() {
    local old user
    for old in "$1"/*; do
        [ -d "$old" ] || continue
        for user in "$old"/users/*; do
            # A process of another user's cannot be signalled, but has a folder in /proc.
            if kill -0 "${user##*/}" 2>/dev/null || [ -d "/proc/${user##*/}" ]; then
                continue 2
            fi
        done
        rm -rf "$old"
    done
}
