# Node.js, and what npm installs. web/verify reads this file too, which therefore needs none of the others.

# shellcheck disable=SC2034 # the end of a sentence, for whoever needs it
readonly NODE_IS_MISSING='Node.js 20.19 or newer, which is not here (https://nodejs.org; Debian, Ubuntu: apt install nodejs npm).'

has_node() { node -e 'const [a, b] = process.versions.node.split("."); process.exit(+a > 20 || (+a === 20 && +b >= 19) ? 0 : 1)' 2>/dev/null; }

# Installs what the lock file of a folder names, once, and again when that file has changed. install_packages FOLDER
install_packages() {
    # npm empties this folder before it installs: the mark never stands for half of it.
    local mark=$1/node_modules/.jiga sum
    sum=$(cksum <"$1/package-lock.json") || return 1
    [ "$(cat "$mark" 2>/dev/null || true)" != "$sum" ] || return 0
    (cd "$1" && npm ci --no-audit --no-fund) </dev/null || return 1
    printf '%s\n' "$sum" >"$mark"
}
