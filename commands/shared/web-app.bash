# The web app that the store serves.

# Sets WEB to the folder of the built web app, and builds it when its sources have changed; to nothing where there is no
# Node: the store serves its API all the same.
ensure_web() {
    local log=$WORK/web.log
    WEB=${JIGA_WEB:-}
    [ -z "$WEB" ] && [ -d "$ROOT/web" ] || return 0
    if ! has_node; then
        say "No web app: it is built with Node.js 20.19 or newer, which is not here (https://nodejs.org; Debian, Ubuntu: apt install nodejs npm)."
        return 0
    fi
    WEB=$WORK/web/$(cd "$ROOT" && checksum_of web/src web/templates web/build web/index.html web/vite.config.ts web/package-lock.json sdk/javascript/src)
    [ ! -f "$WEB/index.html" ] || return 0
    say "Building the web app."
    mkdir -p "$WORK/web"
    if ! { install_web && (cd "$ROOT/web" && node_modules/.bin/vite build --outDir "$WEB.$$" --emptyOutDir --logLevel warn); } >"$log" 2>&1 </dev/null; then
        rm -rf "$WEB.$$"
        tail -5 "$log" >&2
        say "No web app: its build failed; all of it is in $log"
        WEB=''
        return 0
    fi
    mv "$WEB.$$" "$WEB" 2>/dev/null || rm -rf "$WEB.$$"
}
