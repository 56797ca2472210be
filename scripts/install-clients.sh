#!/usr/bin/env bash
# Fetches the SQL Server drivers that tests/clients uses: FreeTDS and unixODBC from Debian (needs root and is left out elsewhere), Python's from PyPI,
# Java's from Maven, Go's from the module proxy. What is missing afterwards is passed over by the tests, which name it.
set -uo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
cache=$root/node_modules/.cache/clients
mkdir -p "$cache"

# Runs one step; a failure is reported and does not stop the others.
step() {
  local what=$1
  shift
  echo "clients: $what"
  "$@" || echo "clients: $what could not be installed" >&2
}

install_debian() {
  command -v tsql >/dev/null && command -v isql >/dev/null && ls /usr/lib/*/odbc/libtdsodbc.so >/dev/null 2>&1 && return 0
  [ "$(id -u)" = 0 ] || return 1
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    freetds-bin tdsodbc unixodbc libkrb5-3 libltdl7
}

install_python() {
  [ -x "$cache/venv/bin/python" ] || python3 -m venv "$cache/venv" || return 1
  "$cache/venv/bin/pip" install --quiet --requirement "$root/tests/clients/python/requirements.txt"
}

install_java() {
  command -v java >/dev/null && command -v mvn >/dev/null || return 1
  mvn --quiet --file "$root/tests/clients/java/pom.xml" dependency:copy-dependencies "-DoutputDirectory=$cache/jars"
}

install_go() {
  command -v go >/dev/null || return 1
  (cd "$root/tests/clients/go" && go mod download)
}

step "FreeTDS and unixODBC" install_debian
step "pymssql, pyodbc, mssql-python" install_python
step "mssql-jdbc, jTDS" install_java
step "go-mssqldb" install_go
