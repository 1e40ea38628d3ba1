# `./jiga ledger verify`: replays every posting.
cmd_ledger() {
    read_app_word ledger '' "$@"
    [ "${REST[*]-}" = verify ] || die "ledger knows one word: ./jiga ledger verify" 2
    become_app ledger verify --data "$DATA"
}
