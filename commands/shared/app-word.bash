# Words that the app itself does, on a data folder.

# Reads what stands behind such a word into DATA, YES and REST. Each word knows --data; KNOWN names what else it knows,
# all of which but --yes takes a value. read_app_word WORD KNOWN ARGUMENTS...
# shellcheck disable=SC2034 # of the words
read_app_word() {
    local word=$1 known=" $2 "
    shift 2
    DATA=$(default_data)
    YES=''
    REST=()
    while [ "$#" -gt 0 ]; do
        case $1 in
            --data)
                value_of "$@"
                DATA=$(absolute "$VALUE")
                shift 2
                ;;
            --data=?*) DATA=$(absolute "${1#*=}") && shift ;;
            -*)
                case $known in *" $1 "*) ;; *) die "$word does not know '$1'. See: ./jiga help" 2 ;; esac
                if [ "$1" = --yes ]; then
                    YES=--yes && shift
                else
                    value_of "$@"
                    REST+=("$1" "$VALUE")
                    shift 2
                fi
                ;;
            *) REST+=("$1") && shift ;;
        esac
    done
}

# Becomes the app, with a word of its own. become_app WORD ARGUMENTS...
become_app() {
    find_java
    ensure_app
    app "$@"
}
