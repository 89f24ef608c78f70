#!/bin/sh
# Runs a command with a browser to test in: sh scripts/with-chromium.sh COMMAND…
# Its path is in SELON_TEST_CHROMIUM. Where there is none and none can be installed, the command runs without, and
# SELON_TEST_CHROMIUM_MISSING says why.
set -eu

# A browser that was given is used as it is.
[ -z "${SELON_TEST_CHROMIUM:-}" ] || exec "$@"

find_browser() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if found=$(command -v "$name"); then
      SELON_TEST_CHROMIUM=$found
      export SELON_TEST_CHROMIUM
      return 0
    fi
  done
  return 1
}

install_browser() {
  [ "$(id -u)" = 0 ] || { why="it is not installed, and only root can install it"; return 1; }
  command -v apt-get >/dev/null || { why="it is not installed, and there is no apt-get"; return 1; }
  echo "chromium: installing it from the system's packages" >&2
  export DEBIAN_FRONTEND=noninteractive
  { apt-get install -y -qq --no-install-recommends chromium ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }; } >/dev/null 2>&1 ||
    { why="apt-get could not install chromium"; return 1; }
}

why=
if ! find_browser && ! { install_browser && find_browser; }; then
  SELON_TEST_CHROMIUM_MISSING=${why:-Chromium is not installed}
  export SELON_TEST_CHROMIUM_MISSING
  echo "chromium: THE TESTS IN A BROWSER ARE SKIPPED: $SELON_TEST_CHROMIUM_MISSING" >&2
fi
exec "$@"
