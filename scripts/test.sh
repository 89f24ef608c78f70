#!/bin/sh
# Every test: types and style, the lexicons' freshness, then Vitest over src/ and test/, with a PostgreSQL server of its own.
set -eu
npm run --silent check
sh scripts/with-postgres.sh npx vitest run
