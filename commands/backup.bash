# `./jiga backup`: copies the store to a file, also while it runs.
cmd_backup() {
    read_app_word backup --yes "$@"
    [ "${#REST[@]}" -eq 1 ] || die "backup takes one FILE. See: ./jiga help" 2
    become_app backup --data "$DATA" ${YES:+"$YES"} "$(absolute "${REST[0]}")"
}
