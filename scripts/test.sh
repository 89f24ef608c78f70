#!/bin/sh
# Every test: types and style, the lexicons' freshness, then Vitest over src/ and test/, with a PostgreSQL server and a browser of its own.
set -eu
npm run --silent check
sh scripts/with-postgres.sh sh scripts/with-chromium.sh npx vitest run
