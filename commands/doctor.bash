# `./jiga doctor`: shows what the store of a data folder runs with, or would.
cmd_doctor() {
    read_app_word doctor '' "$@"
    [ "${#REST[@]}" -eq 0 ] || die "doctor does not know '${REST[0]}'. See: ./jiga help" 2
    # As `up` would start it.
    name_own_choices
    find_web
    export JIGA_PAYMENTS=${JIGA_PAYMENTS:-sandbox} JIGA_WEB=$WEB
    become_app doctor --data "$DATA"
}
