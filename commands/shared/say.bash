# What the command says, and how it ends.

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }

# Ends with a sentence. Usage mistakes end with 2.
die() {
    complain "jiga: $1"
    exit "${2:-1}"
}
