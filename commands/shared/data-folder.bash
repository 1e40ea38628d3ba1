# The folder with the data of a store.

default_data() { absolute "${JIGA_DATA:-$WORK/data}"; }

# Whether that process is a store.
is_store() {
    { tr '\0' ' ' <"/proc/$1/cmdline" || ps -p "$1" -o args=; } 2>/dev/null | grep -q 'quarkus-run\.jar'
}
