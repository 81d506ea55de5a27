# Two commands are all that a newcomer needs: `make run` and `make test`.

GO ?= go
PROGRAM := web/static/wasm/app.wasm.br
PROGRAM_INPUTS := go.mod go.sum $(shell find app cmd/wasm cmd/wasmbuild -name '*.go' ! -name '*_test.go')

PEERS := web/e2e/peers/node_modules
AUDITORS := web/e2e/audit/node_modules

.PHONY: run test build bench size audit lint clean chromium node auditors screenshots

## run: build everything and serve the built-in story on localhost:8000
run: build
	bin/bukti serve

## build: leave the program, with its WebAssembly inside, at bin/bukti
build: $(PROGRAM)
	@mkdir -p bin
	$(GO) build -trimpath -o bin/bukti ./cmd/bukti
	@cat $(dir $(PROGRAM))sizes.txt

$(PROGRAM): $(PROGRAM_INPUTS)
	$(GO) run ./cmd/wasmbuild -out $(dir $(PROGRAM))

## test: lint, then every test; in Chromium too, which is installed when missing
test: build chromium $(PEERS) lint
	$(GO) test -timeout 27m ./...

## bench: what a reader's phone meets, then every benchmark in the form that benchstat reads.
## `make bench PAGES="-page old=http://localhost:8001/en/ -page new=…"` compares builds.
bench: build
	$(GO) run ./cmd/pagebench -json bin/pagebench.json $(PAGES)
	$(GO) test -run '^$$' -bench . -benchmem ./...

## audit: the Nu HTML checker, LibreOffice, Firefox and WebKit, without a network too, on the site; pictures in dist/audit
audit: build chromium auditors $(AUDITORS)
	$(GO) vet -tags audit ./web/...
	$(GO) test -tags audit -count 1 -timeout 60m -run Audit ./web/export ./web/e2e

## size: tell what the bytes of pages and program are spent on
size: build
	$(GO) run ./cmd/size

lint:
	$(GO) vet ./...
	GOOS=js GOARCH=wasm $(GO) vet ./app/browser ./cmd/wasm ./cmd/wasmbuild/standin/...
	$(GO) tool staticcheck ./...
	staticcheck=$$($(GO) tool -n staticcheck) && GOOS=js GOARCH=wasm $$staticcheck ./app/browser ./cmd/wasm ./cmd/wasmbuild/standin/...
	@unformatted=$$($(GO) tool gofumpt -l app cmd stories web *.go); \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofumpt:"; echo "$$unformatted"; exit 1; fi

chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || test -n "$$BUKTI_CHROMIUM" || \
	{ echo "installing Chromium for the tests"; sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; $$sudo apt-get update && $$sudo apt-get install -y --no-install-recommends chromium fonts-dejavu-core; }
	@command -v chromium-headless-shell >/dev/null || command -v chrome-headless-shell >/dev/null || test -n "$$BUKTI_CHROMIUM" || ! command -v apt-get >/dev/null || \
	{ echo "installing Chromium's headless shell, with which the tests take half the time"; sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	$$sudo apt-get update && $$sudo apt-get install -y --no-install-recommends chromium-headless-shell || echo "there is none: the tests run without it"; }

# Other people's work that the tests run against: fetched, never committed.
$(PEERS) $(AUDITORS): %/node_modules: %/package-lock.json
	@$(MAKE) --no-print-directory node
	cd $* && npm ci
	@touch $@

auditors:
	@command -v java >/dev/null && command -v soffice >/dev/null && command -v firefox-esr >/dev/null && command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null || \
	{ echo "installing Java, LibreOffice, Firefox and WebKit for the audit"; sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; $$sudo apt-get update && \
	$$sudo apt-get install -y --no-install-recommends default-jre-headless libreoffice-calc firefox-esr webkit2gtk-driver xvfb; }

node:
	@command -v npm >/dev/null || \
	{ echo "installing Node for the tests"; sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; $$sudo apt-get update && $$sudo apt-get install -y --no-install-recommends nodejs npm; }

## screenshots: take the pictures of README and of the built-in story's manifests
screenshots: chromium
	$(GO) run ./cmd/screenshot

clean:
	rm -rf bin dist $(PEERS) $(AUDITORS)
	find web/static/wasm -type f ! -name README.md -delete
