#!/usr/bin/env bash
# The shared memory of a secretariat on a plain Debian machine: PostgreSQL, the Prefect server and the nightly backup as
# services of the user who calls this, without containers and without root. Calling it again changes nothing that works.
#
#   setup.sh [--lan ADDRESS/PREFIX] [--port PORT]   set up; without --lan the server listens on this machine alone
#   setup.sh --user NAME                            let one more person log in, with a password of their own
set -euo pipefail
umask 077

here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
data=$HOME/.local/share/renja/memory
units=$HOME/.config/systemd/user
lan=
port=5433
person=

while [ $# -gt 0 ]; do
    case $1 in
        --lan) lan=${2:?} && shift 2 ;;
        --port) port=${2:?} && shift 2 ;;
        --user) person=${2:?} && shift 2 ;;
        *) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
done

programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
if [ ! -x "$programs/initdb" ]; then
    echo "PostgreSQL belum terpasang. Jalankan: sudo apt install postgresql" >&2
    exit 1
fi

sql() {
    "$programs/psql" -qAt -v ON_ERROR_STOP=1 -h "$data" -p "$(sed -n 's/^port = //p' "$data/renja.conf")" -d "$1"
}

password() {
    head -c 24 /dev/urandom | base64 | tr '/+' '_-'
}

# A person acts as the role renja, which owns all tables, but logs in under a name and a password of their own.
if [ -n "$person" ]; then
    [[ $person =~ ^[a-z][a-z0-9_]*$ ]] || { echo "Nama hanya huruf kecil, angka, dan garis bawah." >&2 && exit 2; }
    secret=$(password)
    sql renja <<SQL
CREATE ROLE $person LOGIN IN ROLE renja PASSWORD '$secret';
ALTER ROLE $person SET role = 'renja';
SQL
    host=$(sed -n "s/^listen_addresses = '127.0.0.1,\{0,1\}\(.*\)'/\1/p" "$data/renja.conf")
    port=$(sed -n 's/^port = //p' "$data/renja.conf")
    echo "memory_url = \"postgresql://$person:$secret@${host:-127.0.0.1}:$port/renja\""
    exit 0
fi

# 1. The database, encrypted passwords only; who is not named here is refused.
if [ ! -f "$data/PG_VERSION" ]; then
    mkdir -p "$data"
    "$programs/initdb" -D "$data" -A peer --encoding=UTF8 --locale=C.UTF-8 >/dev/null
    echo "include_if_exists = 'renja.conf'" >>"$data/postgresql.conf"
fi
cat >"$data/renja.conf" <<CONF
listen_addresses = '127.0.0.1${lan:+,${lan%/*}}'
port = $port
unix_socket_directories = '$data'
password_encryption = 'scram-sha-256'
CONF
cat >"$data/pg_hba.conf" <<CONF
local all   $(id -un)                peer
host  renja +renja 127.0.0.1/32  scram-sha-256
${lan:+host  renja +renja $lan scram-sha-256}
CONF

# 2. The services. Without systemd the database is started by itself, for as long as the machine runs.
mkdir -p "$units"
for unit in "$here"/*.service "$here"/*.timer; do
    sed -e "s|@PROGRAMS@|$programs|g" -e "s|@PROJECT@|$project|g" -e "s|@DATA@|$data|g" "$unit" >"$units/${unit##*/}"
done
if systemctl --user show-environment >/dev/null 2>&1; then
    systemctl --user daemon-reload
    systemctl --user enable -q renja-memory.service renja-serve.service renja-backup.timer
    systemctl --user restart renja-memory.service
    loginctl enable-linger 2>/dev/null || echo "Jalankan sekali: sudo loginctl enable-linger $(id -un)"
elif "$programs/pg_ctl" -D "$data" status >/dev/null; then
    "$programs/pg_ctl" -D "$data" -w -m fast restart -l "$data/log" >/dev/null
else
    "$programs/pg_ctl" -D "$data" -w start -l "$data/log" >/dev/null
fi
until "$programs/pg_isready" -q -h "$data" -p "$port"; do sleep 0.2; done

# 3. The role and the database, and where Renja finds them.
if [ -z "$(echo "SELECT 1 FROM pg_roles WHERE rolname = 'renja'" | sql postgres)" ]; then
    secret=$(password)
    printf "CREATE ROLE renja LOGIN PASSWORD '%s';\nCREATE DATABASE renja OWNER renja;\n" "$secret" | sql postgres
    touch "$project/renja.toml"
    sed -i '/^memory_url *=/d' "$project/renja.toml"
    echo "memory_url = \"postgresql://renja:$secret@127.0.0.1:$port/renja\"" >>"$project/renja.toml"
    chmod 600 "$project/renja.toml"
fi
if systemctl --user show-environment >/dev/null 2>&1; then
    systemctl --user start renja-serve.service renja-backup.timer
fi

echo "Siap. Alamat ingatan bersama ada di $project/renja.toml."
echo "Izinkan rekan masuk dengan: bash $here/setup.sh --user NAMA"
[ -z "$lan" ] || echo "Bila memakai ufw: sudo ufw allow from $lan to any port $port proto tcp"
