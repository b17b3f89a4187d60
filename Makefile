# Every chore. `make run` and `make test` need Python 3.11 or newer with venv, and nothing else.
# Variables: HOST PORT VAR_DIR DEMO BASE_URL DATABASE_URL REDIS_URL STORAGE_URL EMAIL_URL RATE_LIMITS (README.md, .env.example)
PYTHON ?= python3
IN_VENV = exec $(PYTHON) deploy/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help run test check fuzz format schema lock demo screenshots bench clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: ## start everything on http://localhost:8000; Ctrl-C stops it
	@$(IN_VENV) deploy.local run --tied

test: ## everything that guards the project, with one summary at the end
	@$(IN_VENV) deploy.checks test

check: ## the quick part: format, lint, types, imports, schema
	@$(IN_VENV) deploy.checks check

fuzz: ## send FUZZ=20000 more spoiled pictures, and CONFORMANCE_EXAMPLES=100 odd requests to each operation of the API
	@$(IN_VENV) deploy.checks fuzz

format: ## put all code into the house's form
	@$(IN_VENV) deploy.checks format

schema: ## write api/openapi.json from the code, and the site's types from that
	@$(IN_VENV) deploy.checks schema

lock: ## write requirements/*.lock anew from pyproject.toml
	@$(IN_VENV) deploy.checks lock

demo: ## load the demo again into the Firsthand that runs
	@$(IN_VENV) deploy.local exec python -m deploy.local.demo

screenshots: ## photograph the pages for the README, from a demo of its own
	@$(IN_VENV) deploy.checks screenshots

bench: ## what things cost, side by side with others; ONLY=images, reading or growth (benchmarks/README.md)
	@$(IN_VENV) deploy.checks bench

clean: ## remove VAR_DIR with everything in it, after asking
	@$(IN_VENV) deploy.local clean
