#!/usr/bin/env bash
# All plans into one file a day, in the folder named or in ~/renja-cadangan; those of the last thirty days stay.
set -euo pipefail
umask 077

project=$(cd "$(dirname "$0")/../.." && pwd)
target=${1:-$HOME/renja-cadangan}
mkdir -p "$target"
"$project/.venv/bin/renja" export --all "$target/renja-$(date +%F).zip"
find "$target" -name 'renja-*.zip' -mtime +30 -delete
