# `./jiga help`: a new word gets its line here.

cmd_help() {
    cat <<'HELP'
JIGA Store: a marketplace where players hire AI gaming agents for metered sessions.

  ./jiga up          start the store; builds what is missing
                     [--port 3000] [--data DIR] [--no-seed: no agents, no demo accounts]
                     [--fresh: delete the data first; asks, or needs --yes where nobody can be asked]
                     [--engines cloud: on the Firestore and Pub/Sub emulators and a Redis, for local work]
  ./jiga demo        play the main job against a running store, as a client from outside  [--url http://localhost:3000]
  ./jiga talk        talk to a hired agent  WEBSOCKET_URL?ticket=TICKET [TEXT or GAME_EVENT_JSON ...]
  ./jiga test        run every test  [--fast: unit tests only] [--only MODULE, such as qa/e2e or sdk/python] [--faults ROUNDS]
                     [--all: the long runs too, which take an hour]
  ./jiga bench       run a benchmark: documents, growth, ledger, main-job, reads, search, sessions, web; or all
  ./jiga doctor      show what the store of a data folder runs with, or would, and what is missing  [--data DIR]
  ./jiga backup      copy the store to FILE, also while it runs  FILE [--data DIR] [--yes: in place of what is there]
  ./jiga restore     put a backup in the place of a data folder  FILE [--data DIR] [--yes: in place of what is there]
  ./jiga ledger      `ledger verify` replays every posting and names the first bad one  [--data DIR]
  ./jiga migrate     copy a stopped store's documents to another engine  --from sqlite --to firestore [--data DIR]
  ./jiga access      print who may do what: every operation against players, keys, players' tokens and operators
  ./jiga web         the web app as it is written, with hot reload, against a running store  [JIGA_URL]
  ./jiga generate    write the contracts and the SDKs' types anew, out of the code
  ./jiga format      format the code
  ./jiga help        show this

Data lies in .jiga/data beside this script unless --data or JIGA_DATA says otherwise; logs of builds and tests in .jiga.
Environment: JAVA_HOME, JIGA_PORT, JIGA_DATA, JIGA_JAVA_OPTS (more flags for the JVM), JIGA_STARTUP_CACHE=off.
HELP
}
