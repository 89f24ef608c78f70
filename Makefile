# Two commands do everything: `make demo` and `make test`. Each does all of its own set-up.
SHELL := /bin/sh
NODE_VERSION := 24.21.0
ROOT := $(CURDIR)
export PATH := $(ROOT)/.node/bin:$(ROOT)/node_modules/.bin:$(PATH)
export npm_config_update_notifier := false

WEB := $(shell find web/src web/public web/index.html web/vite.config.ts src/model src/report/words -type f 2>/dev/null)

.PHONY: setup demo test check eval bench clean

setup: web/dist/index.html

# Node 24: the machine's own if it is new enough, else one from the npm registry into the checkout.
.node/bin/node:
	@sh scripts/get-node.sh $(NODE_VERSION)

node_modules/.ready: .node/bin/node package-lock.json
	@npm ci --loglevel=error
	@touch $@

# The app, built to static files that `selon serve` hands out.
web/dist/index.html: node_modules/.ready $(WEB)
	@npx vite build web --logLevel error
	@touch $@

demo: setup
	@sh scripts/demo.sh

test: setup
	@sh scripts/test.sh

check: setup
	@npm run --silent check

eval: setup
	@npm run --silent eval

bench: setup
	@npm run --silent bench

clean:
	rm -rf node_modules .node dist demo
