# Node.js, and what npm installs.

has_node() { node -e 'const [a, b] = process.versions.node.split("."); process.exit(+a > 20 || (+a === 20 && +b >= 19) ? 0 : 1)' 2>/dev/null; }

# Installs what the web app is built with, once, and again when the lock file has changed.
install_web() {
    local mark=$ROOT/web/node_modules/.jiga
    [ "$(cat "$mark" 2>/dev/null || true)" != "$(cksum <"$ROOT/web/package-lock.json")" ] || return 0
    (cd "$ROOT/web" && npm ci --no-audit --no-fund) </dev/null || return 1
    cksum <"$ROOT/web/package-lock.json" >"$mark"
}
