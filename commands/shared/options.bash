# What stands behind a word on the command line.

# Sets VALUE to what follows an option, or complains. value_of OPTION REST...
# shellcheck disable=SC2034 # of whoever reads options
value_of() {
    if [ "$#" -lt 2 ] || [ -z "$2" ]; then
        die "$1 needs a value. See: ./jiga help" 2
    fi
    VALUE=$2
}

absolute() {
    case $1 in
        /*) say "$1" ;;
        *) say "$PWD/$1" ;;
    esac
}
