#!/bin/sh
# Reads the example articles into a fresh ledger, prints what they contest, writes the dossier. Called by `make demo`.
set -eu
cd "$(dirname "$0")/.."
out=${SELON_DEMO:-demo}
selon=./bin/selon
ledger=$out/ledger
title="Port-Aubry, March 2025"

rm -rf "$ledger" "$out/dossier.html" "$out/dossier.md"
mkdir -p "$out"

echo "Reading the twelve articles of examples/port-aubry into $ledger"
$selon add --ledger "$ledger" --format table examples/port-aubry

echo
echo "Stories"
$selon stories --ledger "$ledger" --format table
echo
echo "Contested claims"
$selon claims --contested --ledger "$ledger" --format table

$selon report --ledger "$ledger" --title "$title" -o "$out/dossier.html"
$selon report --ledger "$ledger" --title "$title" -o "$out/dossier.md"
echo
echo "The dossier, to open in a browser or to print: $out/dossier.html"
echo "The same as Markdown:                          $out/dossier.md"
echo "Ask the ledger yourself:                       ./bin/selon claims --ledger $ledger"
