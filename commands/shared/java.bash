# The JDK that all of it needs, and how it is run.

readonly LEAST_JAVA=25

# Small machines first: the serial collector starts fastest and needs the least memory.
# shellcheck disable=SC2034 # of whoever starts a JVM
readonly JVM_FLAGS=(
    --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
    -XX:+UseSerialGC
    -Xmx512m
    -XX:+ExitOnOutOfMemoryError
    -Djava.awt.headless=true
)

# The JVM reads paths in the charset of the locale: in that of C, it cannot even open a folder whose name has an accent.
speak_utf8() {
    local locale
    case $(locale charmap 2>/dev/null || true) in
        UTF-8 | utf-8 | UTF8 | '') return 0 ;;
    esac
    locale=$(locale -a 2>/dev/null | grep -iE '^C\.utf-?8$|\.utf-?8$' | LC_ALL=C sort | head -1) || true
    [ -z "$locale" ] || export LC_ALL="$locale"
}

# Prints the feature version of the JDK in that folder; fails when there is none.
java_version_of() {
    local home=$1 version=''
    [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ] || return 1
    if [ -r "$home/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$home/release")
    fi
    if [ -z "$version" ]; then
        version=$("$home/bin/java" -XshowSettings:properties -version 2>&1 |
            sed -n 's/^ *java\.specification\.version = \([0-9][0-9]*\).*/\1/p') || true
    fi
    [ -n "$version" ] && printf '%s\n' "$version"
}

# Every folder that may hold a JDK, one a line, the likeliest first, behind where it was found.
java_candidates() {
    local home java link
    [ -z "${JAVA_HOME:-}" ] || say "JAVA_HOME:$JAVA_HOME"
    if java=$(command -v java 2>/dev/null); then
        while [ -L "$java" ]; do
            link=$(readlink "$java")
            case $link in
                /*) java=$link ;;
                *) java=$(dirname "$java")/$link ;;
            esac
        done
        say "PATH:$(dirname "$(dirname "$java")")"
    fi
    for home in /usr/lib/jvm/* /usr/java/* /opt/* /opt/*/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        "$HOME"/.gradle/jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ ! -d "$home" ] || say "looked up:$home"
    done
}

# Sets JAVA_HOME to a JDK that is new enough, and JIGA_JAVA_FROM to where it was found, or says what to install.
find_java() {
    local line home version seen=''
    while IFS= read -r line; do
        home=${line#*:}
        version=$(java_version_of "$home") || continue
        if [ "$version" -ge "$LEAST_JAVA" ]; then
            export JAVA_HOME=$home JIGA_JAVA_FROM=${line%%:*}
            return 0
        fi
        seen="$seen${seen:+, }$version ($home)"
    done < <(java_candidates)
    complain "jiga: JIGA Store needs a JDK $LEAST_JAVA or newer, and found ${seen:-none}."
    complain "  Debian, Ubuntu:  apt install openjdk-$LEAST_JAVA-jdk-headless, or where that is too new,"
    complain "                   temurin-$LEAST_JAVA-jdk as described on https://adoptium.net"
    complain "  macOS:           brew install --cask temurin@$LEAST_JAVA"
    complain "  anywhere:        curl -s https://get.sdkman.io | bash, then sdk install java $LEAST_JAVA-tem"
    die "install one of these, or let JAVA_HOME point to it, and run this again."
}
