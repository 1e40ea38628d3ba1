# `./jiga migrate`: copies a stopped store's documents to another engine.
cmd_migrate() {
    read_app_word migrate '--from --to' "$@"
    [ "${#REST[@]}" -eq 4 ] || die "migrate takes --from ENGINE and --to ENGINE. See: ./jiga help" 2
    become_app migrate --data "$DATA" "${REST[@]}"
}
