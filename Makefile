# Thin names over cargo, maturin and npm. `make` alone tells what there is.
# What is built lies in target/, .venv/, .tools/ and node_modules/ folders, and as the native part beside the sources of
# Python and Node; a second run builds what has changed.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := $(CURDIR)/.venv/bin
DENY_VERSION := 0.20.2
MUTANTS_VERSION := 27.1.0
# One debug build serves tests, Python and Node; only what is published is built for release.
RUST := $(shell find core bindings-python bindings-node -name '*.rs' -not -path '*/node_modules/*' 2>/dev/null) \
	$(wildcard */Cargo.toml) Cargo.toml Cargo.lock

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_REQUIRE_VIRTUALENV := 1
# pyright is a Node program; it takes the Node that is there and keeps its own files beside the other tools.
export PYRIGHT_PYTHON_CACHE_DIR := $(CURDIR)/.venv/pyright
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.PHONY: help demo test test-rust test-python test-node lint bench generate tables nightly mutants

help: ## What there is.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: .venv/package ## Audit a sound and a faulty example environment.
	@echo "== a sound environment =="
	@$(BIN)/private-eks audit tests/environments/sound
	@echo; echo "== the same environment with faults =="
	@status=0; $(BIN)/private-eks audit tests/environments/faulty || status=$$?; \
	if [ $$status -ne 1 ]; then echo "the audit ended with status $$status; 1 was due: something is broken" >&2; exit 1; fi
	@echo; echo "The second audit ended with status 1, as it must where something is broken. All is well."

test: ## Every test in the three languages.
	@{ $(MAKE) test-rust && $(MAKE) test-python && $(MAKE) test-node; } 2>&1 | $(PYTHON) tests/skips.py

test-rust: ## The core, the shared cases and the house rules.
	cargo test --workspace

test-python: .venv/package .venv/tools ## The Python package: cases, command line, collection, types, the first page.
	cd bindings-python && PATH=$(BIN):$$PATH $(BIN)/python -m pytest -q  # pyright asks the first python of the path

test-node: bindings-node/node_modules/.native ## The Node package: cases, types, the first page.
	npm --prefix bindings-node test --silent

lint: .venv/tools .tools/bin/cargo-deny ## Format, lints, licences, generated files.
	@{ $(MAKE) lint-all; } 2>&1 | $(PYTHON) tests/skips.py

.PHONY: lint-all
lint-all:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- -D warnings
	RUSTDOCFLAGS='-D warnings' cargo doc --quiet --no-deps -p private-eks
	cargo xtask generate --check
	.tools/bin/cargo-deny --log-level error check bans licenses sources
	@if timeout 60 .tools/bin/cargo-deny fetch db >/dev/null 2>&1; then \
		.tools/bin/cargo-deny --log-level error check --disable-fetch advisories; \
	else echo 'SKIP advisories: the database of advisories cannot be reached'; fi
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	bash -n .ci/run
	! echo 'SKIP not-on-the-list: a probe' | CI=true $(PYTHON) tests/skips.py >/dev/null 2>&1

bench: ## What the work costs, beside a fixed piece of work.
	cargo bench --quiet -p tests --bench work

generate: ## Write the Python and Node faces and the tables anew.
	cargo xtask generate

nightly: .venv/package xtask/tables/node_modules/.tools ## What takes too long for every run.
	PRIVATE_EKS_NIGHTLY=1 PROPTEST_CASES=20000 cargo test --release -p tests
	cd bindings-python && PRIVATE_EKS_NIGHTLY=1 $(BIN)/python -m pytest -q tests/test_tables.py

# The algebra is taken out of the crate, for alone it is built and tested in seconds. Status 3 tells of changes for which a
# test never ends: these are noticed.
mutants: .tools/bin/cargo-mutants ## Whether its laws notice each small change of the set algebra.
	rm -rf target/mutants && mkdir -p target/mutants
	cp -r tests/mutants/. tests/it/net_laws.rs Cargo.lock core/src/net target/mutants/
	cd target/mutants && env -u CARGO_TARGET_DIR PROPTEST_CASES=64 $(CURDIR)/.tools/bin/cargo-mutants mutants \
		--no-times --colors=never -- --lib --tests || [ $$? -eq 3 ]
	@test ! -s target/mutants/mutants.out/missed.txt || { cat target/mutants/mutants.out/missed.txt; exit 1; }

tables: .venv/tools xtask/tables/node_modules/.tools ## Make the bulk tables anew from the packages that know them.
	$(BIN)/python xtask/tables/generate.py

# ---- set-up ----

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "$(PYTHON) is older than Python 3.10" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make a virtual environment: its modules venv and ensurepip are missing." >&2; \
		echo "Install them (on Debian: python3-venv), or name another Python: make PYTHON=python3.12 …" >&2; exit 2; }
	$(PYTHON) -m venv .venv

# What the package needs is apart from what its tests need: the demo waits for a few small downloads.
.venv/build: bindings-python/requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --requirement $<
	@touch $@

.venv/tools: tests/requirements.txt .venv/build
	$(BIN)/python -m pip install --quiet --requirement $<
	@touch $@

# Debug, and linked to the sources: a change in Python needs no build.
.venv/package: $(RUST) bindings-python/pyproject.toml .venv/build
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/maturin develop --quiet --manifest-path bindings-python/Cargo.toml
	@touch $@

bindings-node/node_modules/.tools: bindings-node/package.json bindings-node/package-lock.json
	npm --prefix bindings-node ci --silent --no-audit --no-fund
	@touch $@

bindings-node/node_modules/.native: $(RUST) bindings-node/node_modules/.tools
	npm --prefix bindings-node run --silent build
	@touch $@

xtask/tables/node_modules/.tools: xtask/tables/package.json xtask/tables/package-lock.json
	npm --prefix xtask/tables ci --silent --no-audit --no-fund
	@touch $@

# Built from source once; the folder outlives `cargo clean`.
.tools/bin/cargo-deny:
	@echo "Building cargo-deny $(DENY_VERSION), once; this takes a few minutes."
	env -u CARGO_TARGET_DIR cargo install --quiet --locked --root .tools cargo-deny@$(DENY_VERSION)
	@touch $@

.tools/bin/cargo-mutants:
	@echo "Building cargo-mutants $(MUTANTS_VERSION), once; this takes a few minutes."
	env -u CARGO_TARGET_DIR cargo install --quiet --locked --root .tools cargo-mutants@$(MUTANTS_VERSION)
	@touch $@
