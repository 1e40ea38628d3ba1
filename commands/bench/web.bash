# `./jiga bench web`: the speed of the web app, in a browser that is here.

# Against a store of its own, with the demo's data. bench_web [TIMES]
bench_web() {
    local folder log=$WORK/bench.log status=0
    has_node || die "the web app is measured with $NODE_IS_MISSING"
    find_java
    ensure_app
    ensure_web
    [ -n "$WEB" ] || die "there is no web app to measure."
    install_packages "$ROOT/bench/web" >"$log" 2>&1 || die "npm could not install what the benchmark needs; all of it is in $log"
    folder=$(mktemp -d "$WORK/bench-web.XXXXXX")
    trap 'stop_store; rm -rf "$folder"; exit 130' INT TERM HUP
    # An empty page, beside the app and served as the app is: what this machine takes at least.
    cp -Rp "$WEB" "$folder/web"
    cp "$ROOT/bench/web/empty.html" "$folder/web/"
    WEB=$folder/web
    start_store "$APP" "$folder/store" "$WORK/bench-store.log"
    if [ -n "$STORE_URL" ]; then
        mkdir "$folder/tmp"
        TMPDIR=$folder/tmp node "$ROOT/bench/web/bench.mjs" "$STORE_URL" "$@" || status=$?
    else
        complain "jiga: the store to measure did not start; see $WORK/bench-store.log"
        status=1
    fi
    stop_store
    trap - INT TERM HUP
    rm -rf "$folder"
    return "$status"
}
