# The web app that the store serves.

# Sets WEB to the folder of the web app where that is built already, to nothing else.
find_web() {
    WEB=${JIGA_WEB:-$(web_build)/dist}
    [ -f "$WEB/index.html" ] || WEB=${JIGA_WEB:-}
}

# Where it is built: a folder for each state of its sources.
web_build() {
    local sum
    sum=$(checksum_of web/src web/public web/templates web/build web/index.html web/vite.config.ts web/package-lock.json sdk/javascript/src)
    say "$WORK/web/$sum"
}

# Sets WEB to the folder of the built web app, and builds it when its sources have changed; to nothing where there is no
# Node: the store serves its API all the same.
ensure_web() {
    local log=$WORK/web.log build
    WEB=${JIGA_WEB:-}
    [ -z "$WEB" ] && [ -d "$ROOT/web" ] || return 0
    if ! has_node; then
        say "No web app: it is built with $NODE_IS_MISSING"
        return 0
    fi
    build=$(web_build)
    WEB=$build/dist
    if [ ! -f "$WEB/index.html" ]; then
        say "Building the web app."
        remove_unused_builds "$WORK/web"
        # One that is being made is in use.
        use_build "$build.$$"
        if ! { install_packages "$ROOT/web" && build_web "$build.$$/dist"; } >"$log" 2>&1 </dev/null; then
            rm -rf "$build.$$"
            tail -5 "$log" >&2
            say "No web app: its build failed; all of it is in $log"
            WEB=''
            return 0
        fi
        name_build "$build.$$" "$build"
    fi
    use_build "$build"
}

build_web() { (cd "$ROOT/web" && node_modules/.bin/vite build --outDir "$1" --emptyOutDir --logLevel warn); }
