# The port of the store.

is_port() {
    case $1 in '' | *[!0-9]* | ??????*) return 1 ;; esac
    [ "$1" -le 65535 ]
}

# Ends with 78 when somebody listens where the store is to listen: the store finds that out itself, but not before what
# is slow, or cannot be undone, has been done for it.
check_port() {
    local port=$1 host=${JIGA_HOST:-127.0.0.1}
    [ "$port" -ne 0 ] || return 0
    case $host in
        127.0.0.1 | localhost) ;;
        0.0.0.0 | ::) host=127.0.0.1 ;;
        # Who mistyped an address would wait here for an answer from elsewhere.
        *) return 0 ;;
    esac
    if (exec 3<>"/dev/tcp/$host/$port") 2>/dev/null; then
        die "another program listens on port $port of $host, perhaps the store of another folder. Stop it, or choose another port: ./jiga up --port PORT" 78
    fi
}
