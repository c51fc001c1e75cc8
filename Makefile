# 两条命令就够：make serve 打开网站，make test 跑全部测试。每条都会先装好自己要用的东西。
.DEFAULT_GOAL := setup
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
WEB := scripts/web
NODE_NEEDED := 18
export PATH := $(CURDIR)/$(BIN):$(PATH)
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Compiled modules out of sight, and kept: the tests start the command some thousand times.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/pycache
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup serve test check site bundle lint audit bench bench-search browser check-word clean

help: ## 列出全部命令
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r name text; do printf '  make %-12s %s\n' "$$name" "$$text"; done

setup: .venv/.python-ready $(WEB)/node_modules/.ready ## 装好全部要用的东西（.venv 和 node_modules）

.venv/.python-ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "要用 Python 3.11 或更新的版本；可用 make PYTHON=python3.12 指定"; exit 1; }
	@echo "正在装 Python 的依赖（第一次约一分钟）……"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# The system's Node when it is new enough, else the one from PyPI.
$(WEB)/node_modules/.ready: $(WEB)/package.json $(WEB)/package-lock.json requirements-node.lock | .venv/.python-ready
	@{ command -v npm && node -e 'process.exit(Number(process.versions.node.split(".")[0] < $(NODE_NEEDED)))'; } >/dev/null 2>&1 || { \
		echo "没有 Node $(NODE_NEEDED) 以上的版本，改装 PyPI 上的……"; $(BIN)/pip install --quiet --require-hashes -r requirements-node.lock; }
	@echo "正在装网页脚本的依赖……"
	@cd $(WEB) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

serve: setup ## 在本机打开网站，改了内容自动刷新（PORT=8000 可换端口）
	@$(BIN)/python scripts/serve.py $(PORT)

test: setup browser .venv/.generators-ready scripts/lint/node_modules/.ready lint ## 跑全部测试（含浏览器测试）
	@$(BIN)/kb check
	@$(BIN)/pytest

check: .venv/.python-ready ## 只检查 spec/ 和范文
	@$(BIN)/kb check

site: setup ## 生成网站到 site/
	@$(BIN)/mkdocs build --strict

bundle: setup ## 打成一个压缩包放进 dist/：双击、U盘、内网都能用（先查有没有不该公开的）
	@$(BIN)/kb check --publish
	@$(BIN)/mkdocs build --strict --quiet --site-dir .cache/bundle
	@$(BIN)/kb bundle .cache/bundle

lint: setup ## 检查代码的写法和类型
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@cd $(WEB) && npx --no-install tsc --noEmit

audit: site browser .venv/.generators-ready scripts/lint/node_modules/.ready scripts/audit/node_modules/.ready ## 每种页面、每种状态查无障碍，量 Lighthouse，测试都做足遍数，写进 docs/about/audit.md（约半小时）
	@KB_THOROUGH=1 $(BIN)/pytest
	@$(BIN)/python scripts/audit.py

# What only tests and audits need: each folder has its own lock.
scripts/lint/node_modules/.ready scripts/audit/node_modules/.ready: scripts/%/node_modules/.ready: scripts/%/package.json scripts/%/package-lock.json $(WEB)/node_modules/.ready
	@echo "正在装 scripts/$* 的依赖……"
	@cd scripts/$* && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

bench: setup browser ## 量出各项速度和大小（约十分钟）
	@$(BIN)/python scripts/bench.py

bench-search: setup browser scripts/bench/node_modules/.ready ## 站内搜索和别的几种比一比，写进 docs/about/search-bench.md（约一小时）
	@$(BIN)/python scripts/bench_search.py

# Not `npm ci`: the lock lacks what Pagefind has for other systems than Linux.
scripts/bench/node_modules/.ready: scripts/bench/package.json scripts/bench/package-lock.json $(WEB)/node_modules/.ready
	@cd scripts/bench && npm install --no-save --no-audit --no-fund --loglevel=error
	@touch $@

check-word: site .venv/.word-ready ## 把 Word 骨架转成页面，数行数字数，查格式（缺 LibreOffice 就装；约五分钟）
	@$(BIN)/python scripts/check_word.py

.venv/.word-ready: requirements-word.lock .venv/.python-ready
	@$(BIN)/pip install --quiet --require-hashes -r requirements-word.lock
	@touch $@

# What the site is also built with in the tests: they do not get in the way of mkdocs.
.venv/.generators-ready: requirements-generators.lock .venv/.python-ready
	@echo "正在装另外两种站点生成器，测试要用……"
	@$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements-generators.lock
	@touch $@

browser: .venv/.python-ready
	@$(BIN)/python tests/chromium.py

clean: ## 删去生成的文件（不删 .venv 和 node_modules）
	@rm -rf site dist .cache .pytest_cache .mypy_cache .ruff_cache
