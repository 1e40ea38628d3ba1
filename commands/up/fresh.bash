# `--fresh`: data are deleted, once somebody has agreed.

# Asks the person at the terminal; where nobody sits, nobody agrees. agreed QUESTION
agreed() {
    local answer=''
    [ -t 0 ] || return 1
    printf '%s [y/N] ' "$1" >&2
    IFS= read -r answer || true
    case $answer in [yY] | [yY][eE][sS]) return 0 ;; *) return 1 ;; esac
}

# Deletes a data folder, and only one of ours, once somebody has agreed. delete_data FOLDER YES
delete_data() {
    local data=$1 yes=$2
    [ -e "$data" ] || return 0
    [ -d "$data" ] || die "--fresh: $data is not a folder." 2
    data=$(cd "$data" && pwd -P)
    case $data in / | "$ROOT" | "${HOME:-/root}") die "--fresh: refuses to delete $data." 2 ;; esac
    if [ -z "$(ls -A "$data")" ]; then
        return 0
    fi
    [ -f "$data/store.lock" ] ||
        die "--fresh: $data holds files, but is no data folder of JIGA Store: it was not deleted." 2
    # It may have been started since.
    check_not_running "$data"
    if [ "$yes" = false ]; then
        [ -t 0 ] || die "--fresh deletes all that is in $data, and nobody is here to be asked: add --yes if that is meant." 2
        agreed "--fresh deletes all that is in $data, for good. Go on?" || die "nothing was deleted."
    fi
    say "Deleting $data."
    rm -rf "$data"
}
