#!/bin/sh
# Fuzzes the HTTP API by its own OpenAPI document: sh scripts/fuzz-api.sh [EXAMPLES]. A real server on a ledger of the
# examples in a temporary folder; schemathesis (a Python package, installed into that folder unless the command is there)
# asks everything in every way, well-formed and not: first as whoever is at this machine, then as an administrator with a
# token. Ends with 1 where an answer is a 500 or not as the document says. `npm test` does not need it.
set -eu
cd "$(dirname "$0")/.."
PATH=$PWD/.node/bin:$PATH
examples=${1:-50}
folder=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT INT TERM

if command -v schemathesis >/dev/null; then fuzz=schemathesis; else
  command -v python3 >/dev/null || { echo "fuzz: skipped, there is no python3" >&2; exit 0; }
  python3 -m venv "$folder/python"
  "$folder/python/bin/pip" install --quiet "schemathesis>=4,<5"
  fuzz=$folder/python/bin/schemathesis
fi

ledger=$folder/ledger
./bin/selon add --ledger "$ledger" examples/port-aubry >/dev/null
echo "a pass phrase for a fuzzer" | ./bin/selon users add fuzz --role admin --ledger "$ledger" 2>/dev/null
token=$(./bin/selon tokens create fuzz --user fuzz --scope read add decide admin --ledger "$ledger" 2>/dev/null)
: >"$folder/told"
./bin/selon serve --ledger "$ledger" --port 0 2>>"$folder/told" &
server=$!
url=
tries=0
while [ -z "$url" ] && [ "$tries" -lt 240 ]; do
  url=$(sed -n 's|.*\(http://127\.0\.0\.1:[0-9]*/\).*|\1|p' "$folder/told")
  tries=$((tries + 1))
  sleep 0.5
done
[ -n "$url" ] || { cat "$folder/told" >&2; exit 1; }

# Lines of JSON are sent as the text they are.
cat >"$folder/fuzz_lines.py" <<'PYTHON'
import schemathesis

schemathesis.serializer.alias("application/x-ndjson", "text/plain")
PYTHON
export PYTHONPATH="$folder" SCHEMATHESIS_HOOKS=fuzz_lines

# A stream of events has no end, so that those are left to the tests. What the fuzzer keeps goes with the folder.
run() {
  cd "$folder"
  "$fuzz" --no-color run "${url}api/openapi.json" --phases examples,coverage,fuzzing --seed 1 --workers 2 \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
    --request-timeout 120 --continue-on-failure --suppress-health-check all --warnings off "$@"
}
status=0
run --exclude-path-regex '/events$' --max-examples "$examples" || status=1
run --include-path-regex '^/api/(users|tokens|access|session|import|backup|realign|reread|jobs|watches)' --header "Authorization: Bearer $token" \
  --rate-limit 200/m --max-examples "$((examples / 5 + 1))" || status=1
if [ "$(wc -l <"$folder/told")" -gt 1 ]; then
  echo "fuzz: the server told of errors of its own:" >&2
  tail -n +2 "$folder/told" | cut -c1-400 | sort | uniq -c | sort -rn | head -20 >&2
  status=1
fi
exit $status
