#!/usr/bin/env bash
# Installs moto, whose KMS is the tests' second opinion on signing, where they look for it: a Python environment of its own, every wheel pinned by hash.
set -euo pipefail
cd "$(dirname "$0")/.."
home=node_modules/.cache/moto
wanted=$(sed -n 's/^moto==\([0-9.]*\).*/\1/p' test/tools/moto.txt)
if "$home/bin/python" -c 'import moto; print(moto.__version__)' 2>/dev/null | grep -qxF "$wanted"; then exit 0; fi
python3 -m venv --clear "$home"
"$home/bin/pip" install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: -r test/tools/moto.txt
"$home/bin/python" -c 'import moto; print("moto", moto.__version__)'
