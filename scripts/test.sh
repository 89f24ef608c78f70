#!/bin/sh
# Every test: types and style, the lexicons' freshness, then Vitest over src/ and test/.
set -eu
npm run --silent check
npx vitest run
