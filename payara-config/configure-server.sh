#!/usr/bin/env bash
# Configures a Payara Server 6 for Anpi and deploys the EAR. May be run again at any time: it sets, it does not add.
#
#   PAYARA_HOME=/opt/payara6 ./configure-server.sh [--domain domain1] anpi.properties [anpi-ear.ear]
#
# The domain must be running. anpi.properties is a filled-in copy of sample.properties; its values go into the domain's
# MicroProfile Config, through a file rather than a command line, so that no other user sees a password.
set -euo pipefail

fail() { printf 'configure-server: %s\n' "$*" >&2; exit 1; }

domain=domain1
if [[ ${1:-} == --domain ]]; then
  domain=${2:?--domain needs a name}
  shift 2
fi
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

# --- settings ---
while IFS= read -r line || [[ -n $line ]]; do
  [[ $line =~ ^[[:space:]]*(anpi\.[a-z.-]+)[[:space:]]*[=:][[:space:]]*(.*)$ ]] || continue
  name=${BASH_REMATCH[1]}
  value=${BASH_REMATCH[2]%"${BASH_REMATCH[2]##*[![:space:]]}"}
  # The port is the server's own business here.
  [[ $name == anpi.http.port || -z $value ]] && continue
  printf 'set-config-property --propertyName=%s --propertyValue=%s --source=domain\n' "$name" "$(quote "$value")"
done <"$properties" >>"$commands"
grep -q 'propertyName=anpi.db.url ' "$commands" ||
  fail "$properties names no anpi.db.url: a server has no embedded database"

# --- the server ---
cat >>"$commands" <<'COMMANDS'
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.xpowered-by=false
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.server-header=false
set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=50
set configs.config.server-config.admin-service.das-config.autodeploy-enabled=false
set configs.config.server-config.admin-service.das-config.dynamic-reload-enabled=false
set-metrics-configuration --enabled=true --dynamic=true --securityEnabled=false
set-microprofile-healthcheck-configuration --enabled=true --securityEnabled=false
disable-phone-home
COMMANDS

# --- the JVM ---
present=$("$asadmin" list-jvm-options) || fail "the domain $domain does not answer; start it: asadmin start-domain $domain"
for option in -Dfile.encoding=UTF-8 -Djava.awt.headless=true -XX:+ExitOnOutOfMemoryError; do
  grep -qxF -- "$option" <<<"$present" ||
    printf 'create-jvm-options %s\n' "$(quote "${option//:/\\:}")" >>"$commands"
done

"$asadmin" multimode --file "$commands" | tee /dev/stderr 2>/dev/null | grep -q 'failed\.$' &&
  fail "a command failed; see above"

if [[ -n $archive ]]; then
  "$asadmin" deploy --force=true --name anpi "$archive"
fi
echo "Done. What the JVM was given anew holds after: asadmin restart-domain $domain"
