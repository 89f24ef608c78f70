#!/bin/sh
# Takes the pictures of docs/tour.md from the dossier that `make demo` writes, with the system's Chromium.
set -eu
cd "$(dirname "$0")/.."
dossier=${1:-demo/dossier.html}
[ -f "$dossier" ] || { echo "tour: no $dossier; run make demo first" >&2; exit 1; }
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
  echo "tour: needs Chromium" >&2
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p docs/tour

# take NAME SECTION HEIGHT [more style]: one section of the dossier by itself
take() {
  style="main>section:not(#$2),.contents,.foot,.skip{display:none}.part{border:0;margin:0}${4:-}"
  sed "s|</head>|<style>$style</style></head>|" "$dossier" > "$work/page.html"
  "$chromium" --headless --force-device-scale-factor=1 --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
    --window-size="1200,$3" --screenshot="docs/tour/$1.png" "file://$work/page.html" >/dev/null 2>&1
}

take summary summary 900
take contested contested 1100 ".head{display:none}"
take figures figures 800 ".head{display:none}"
take article articles 1000 ".head,.legend{display:none}"
