# The folder with the data of a store.

default_data() { absolute "${JIGA_DATA:-$WORK/data}"; }

# Ends with 78 when a store has that folder open. check_not_running FOLDER
check_not_running() {
    local pid url
    # The lock file names the process that has the folder open, or had it last.
    pid=$(tr -cd '0-9' 2>/dev/null <"$1/store.lock") || return 0
    if [ -n "$pid" ] && is_store "$pid"; then
        url=$(sed -n 's/.*"url" *: *"\([^"]*\)".*/\1/p' "$1/running.json" 2>/dev/null) || true
        die "the store of $1 is running already${url:+: $url} (process $pid). Stop it first, or name another folder: ./jiga up --data DIR" 78
    fi
}

# Whether that process is a store.
is_store() {
    { tr '\0' ' ' <"/proc/$1/cmdline" || ps -p "$1" -o args=; } 2>/dev/null | grep -q 'quarkus-run\.jar'
}
