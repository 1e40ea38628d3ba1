# `./jiga up`: starts the store, and builds what is missing.

cmd_up() {
    local port=${JIGA_PORT:-3000} data seed=true fresh=false yes=false engines=embedded port_from=JIGA_PORT data_from=JIGA_DATA
    data=$(default_data)
    name_own_choices
    while [ "$#" -gt 0 ]; do
        case $1 in
            --port | --data | --engines)
                value_of "$@"
                case $1 in
                    --port) port=$VALUE port_from=--port ;;
                    --data) data=$(absolute "$VALUE") data_from=--data ;;
                    --engines) engines=$VALUE ;;
                esac
                shift 2
                ;;
            --port=*) port=${1#*=} port_from=--port && shift ;;
            --engines=*) engines=${1#*=} && shift ;;
            --data=?*) data=$(absolute "${1#*=}") data_from=--data && shift ;;
            --fresh) fresh=true && shift ;;
            --yes) yes=true && shift ;;
            --no-seed) seed=false && shift ;;
            *) die "up does not know '$1'. See: ./jiga help" 2 ;;
        esac
    done
    is_port "$port" || die "$port_from takes a number from 0 to 65535, not '$port'." 2
    [ ! -e "$data" ] || [ -d "$data" ] || die "$data_from takes a folder, and $data is none." 2
    case $engines in
        embedded | cloud) ;;
        *) die "--engines takes 'embedded' or 'cloud', not '$engines'." 2 ;;
    esac
    check_not_running "$data"
    check_port "$port"
    find_java
    ensure_app
    if [ "$fresh" = true ]; then
        # Nothing is deleted for a store that could not start then.
        (hand_settings && app check) || exit $?
        delete_data "$data" "$yes"
    fi
    ensure_startup_cache
    ensure_web
    [ -z "$WEB" ] || export JIGA_WEB=$WEB
    if [ "$engines" = cloud ]; then
        # The vendors' clients need more than SQLite does.
        export JIGA_JAVA_OPTS="-Xmx1g ${JIGA_JAVA_OPTS:-}"
        start_local_cloud
    fi
    hand_settings
    app
}

# Exports what `up` was asked for, as the app reads it.
hand_settings() {
    export JIGA_PORT=$port JIGA_DATA=$data JIGA_SEED=$seed JIGA_PAYMENTS=${JIGA_PAYMENTS:-sandbox}
}
