# `./jiga restore`: puts a backup in the place of a data folder.
cmd_restore() {
    read_app_word restore --yes "$@"
    [ "${#REST[@]}" -eq 1 ] || die "restore takes one FILE. See: ./jiga help" 2
    become_app restore --data "$DATA" ${YES:+"$YES"} "$(absolute "${REST[0]}")"
}
