# `./jiga web`: the web app as it is written.

# The web app as it is written, with hot reload, against a running store.
cmd_web() {
    [ "$#" -eq 0 ] || die "web does not know '$1'. See: ./jiga help" 2
    has_node || die "the web app is built with $NODE_IS_MISSING"
    install_packages "$ROOT/web" || die "npm could not install what the web app is built with."
    say "It asks the store at ${JIGA_URL:-http://localhost:3000}; JIGA_URL names another one."
    cd "$ROOT/web" || exit
    exec node_modules/.bin/vite
}
