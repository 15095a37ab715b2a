#!/usr/bin/env bash
# Configures a Payara Server 6 for Anpi and deploys the EAR, the first time or in place of the one before. May be run
# again at any time: afterwards the server is as the file says, also where the file no longer says something.
#
#   PAYARA_HOME=/opt/payara6 ./configure-server.sh [--port 4848] anpi.properties [anpi.ear]
#
# The domain must be running; --port is its administration port. anpi.properties is a filled-in copy of
# sample.properties. Its values go into the domain's MicroProfile Config, through a file rather than a command line, so
# that no other user sees a password. They are taken as they stand: a backslash is a backslash, ${ begins no expression.
set -euo pipefail

# Without a UTF-8 locale asadmin cannot read Japanese.
[[ $(locale charmap 2>/dev/null || true) == UTF-8 ]] || export LC_ALL=C.UTF-8

fail() { printf 'configure-server: %s\n' "$*" >&2; exit 1; }

port=4848
while [[ ${1:-} == --* ]]; do
  case $1 in
    --port) port=${2:?--port needs a number} ;;
    *) fail "unknown option $1" ;;
  esac
  shift 2
done
properties=${1:?name the properties file, see sample.properties}
archive=${2:-}
asadmin=${PAYARA_HOME:?set PAYARA_HOME to the directory that holds bin/asadmin}/bin/asadmin
[[ -x $asadmin ]] || fail "no $asadmin"
[[ -r $properties ]] || fail "cannot read $properties"
[[ -z $archive || -r $archive ]] || fail "cannot read $archive"

commands=$(mktemp)
trap 'rm -f "$commands"' EXIT
chmod 600 "$commands"

quote() { # for asadmin's command files: a quoted word with its quotes and backslashes escaped
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

literal() { # for MicroProfile Config, which would look for expressions
  printf '%s' "$1" | sed 's/[${}]/\\&/g'
}

# --- settings ---
known=$(sed -n 's/^#\{0,1\}\(anpi\.[a-z.-]*\)=.*/\1/p' "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/sample.properties")
given=
while IFS= read -r line || [[ -n $line ]]; do
  [[ $line =~ ^[[:space:]]*(anpi\.[^[:space:]=:]+)[[:space:]]*[=:][[:space:]]*(.*)$ ]] || continue
  name=${BASH_REMATCH[1]}
  value=${BASH_REMATCH[2]%"${BASH_REMATCH[2]##*[![:space:]]}"}
  grep -qxF -- "$name" <<<"$known" || fail "$properties: $name is no property of Anpi; sample.properties shows all"
  # Where it listens is the server's own business here.
  [[ $name == anpi.http.port || $name == anpi.http.address || -z $value ]] && continue
  printf 'set-config-property --propertyName=%s --propertyValue=%s --source=domain\n' \
    "$name" "$(quote "$(literal "$value")")" >>"$commands"
  given+=$name$'\n'
done <"$properties"
grep -qxF anpi.db.url <<<"$given" || fail "$properties names no anpi.db.url: a server has no embedded database"
for name in $known; do # what was set once and is in the file no more
  grep -qxF -- "$name" <<<"$given" ||
    printf 'delete-config-property --propertyName=%s --source=domain\n' "$name" >>"$commands"
done

# --- the server ---
cat >>"$commands" <<'COMMANDS'
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.xpowered-by=false
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.server-header=false
set configs.config.server-config.network-config.protocols.protocol.http-listener-2.http.xpowered-by=false
set configs.config.server-config.network-config.protocols.protocol.http-listener-2.http.server-header=false
set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=300
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.request-timeout-seconds=60
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.max-swallowing-input-bytes=1048576
set configs.config.server-config.network-config.transports.transport.tcp.read-timeout-millis=5000
set configs.config.server-config.admin-service.das-config.autodeploy-enabled=false
set configs.config.server-config.admin-service.das-config.dynamic-reload-enabled=false
set-metrics-configuration --enabled=true --dynamic=true --securityEnabled=false
set-microprofile-healthcheck-configuration --enabled=true --securityEnabled=false
disable-phone-home
COMMANDS

# --- the JVM ---
present=$("$asadmin" --port "$port" list-jvm-options) || fail "nothing answers at the administration port $port; start the domain first"
for option in -Dfile.encoding=UTF-8 -Djava.awt.headless=true -XX:+ExitOnOutOfMemoryError; do
  grep -qxF -- "$option" <<<"$present" ||
    printf 'create-jvm-options %s\n' "$(quote "${option//:/\\:}")" >>"$commands"
done

answers=$("$asadmin" --port "$port" multimode --file "$commands" 2>&1) || true
if grep -q 'failed\.$' <<<"$answers"; then
  printf '%s\n' "$answers" >&2
  fail "a command failed; see above"
fi

if [[ -n $archive ]]; then
  "$asadmin" --port "$port" deploy --force=true --name anpi "$archive"
fi
echo "Done. What the JVM was given anew holds after: asadmin restart-domain"
