#!/bin/sh
# Runs a command with a PostgreSQL server of its own: sh scripts/with-postgres.sh COMMAND…
# The server lives in a temporary folder, listens on this machine's loopback only, belongs to a user other than root, and
# is gone when the command is; its address is in SELON_TEST_POSTGRES. Where there is no server and none can be installed,
# the command runs without, and SELON_TEST_POSTGRES_MISSING says why.
set -eu

# A server that was given is used as it is.
[ -z "${SELON_TEST_POSTGRES:-}" ] || exec "$@"

bin=
find_programs() {
  for folder in /usr/lib/postgresql/15/bin /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then bin=$folder; fi
    [ -z "$bin" ] || return 0
  done
  if found=$(command -v initdb); then bin=$(dirname "$found"); fi
  [ -n "$bin" ]
}

install_server() {
  [ "$(id -u)" = 0 ] || { why="it is not installed, and only root can install it"; return 1; }
  command -v apt-get >/dev/null || { why="it is not installed, and there is no apt-get"; return 1; }
  echo "postgres: installing postgresql-15 from the system's packages" >&2
  # No cluster of the system's own is wanted.
  mkdir -p /etc/postgresql-common/createcluster.d
  echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.d/selon.conf
  export DEBIAN_FRONTEND=noninteractive
  { apt-get install -y -qq --no-install-recommends postgresql-15 ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql-15; }; } >/dev/null 2>&1 ||
    { why="apt-get could not install postgresql-15"; return 1; }
}

without() {
  SELON_TEST_POSTGRES_MISSING=$1
  export SELON_TEST_POSTGRES_MISSING
  echo "postgres: THE TESTS ON POSTGRESQL ARE SKIPPED: $1" >&2
}

why=
if ! find_programs && ! { install_server && find_programs; }; then
  without "${why:-PostgreSQL is not installed}"
  exec "$@"
fi

# PostgreSQL refuses to run as root.
as=
owner=$(id -un)
if [ "$(id -u)" = 0 ]; then
  for owner in postgres nobody; do id "$owner" >/dev/null 2>&1 && break; done
  as="runuser -u $owner --"
fi
base=$(mktemp -d "${TMPDIR:-/tmp}/selon-postgres.XXXXXX")
data=$base/data
stop() {
  $as "$bin/pg_ctl" -D "$data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$base"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
chmod 755 "$base"
mkdir "$data"
[ -z "$as" ] || chown "$owner" "$base" "$data"
cd "$base"

port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
if $as "$bin/initdb" -D "$data" -U selon -A trust -E UTF8 --locale=C.UTF-8 -N >"$base/log" 2>&1 &&
  $as "$bin/pg_ctl" -D "$data" -l "$base/server.log" -w -t 60 \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$base -c max_connections=200 ${SELON_TEST_POSTGRES_OPTIONS:-}" \
    start >>"$base/log" 2>&1; then
  SELON_TEST_POSTGRES=postgres://selon@127.0.0.1:$port/postgres
  SELON_TEST_POSTGRES_DATA=$data
  export SELON_TEST_POSTGRES SELON_TEST_POSTGRES_DATA
else
  cat "$base/log" "$base/server.log" >&2 2>/dev/null || true
  without "the server did not start"
fi
cd - >/dev/null
status=0
"$@" || status=$?
exit $status
