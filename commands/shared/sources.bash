# What the sources are, in a word.

# A checksum of the files in these folders that end up in what is built from them.
checksum_of() {
    (cd "$ROOT" && find "$@" \( -name target -o -name node_modules -o -path '*/src/test' \) -prune \
        -o -type f ! -name '.*' -exec cksum {} + | LC_ALL=C sort | cksum | tr ' ' '-')
}
