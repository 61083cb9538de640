#!/usr/bin/env bash
# Run once by PostgreSQL's image, in a new cluster, behind database-roles.sql: the passwords, and Keycloak's database.
set -euo pipefail

secret() {
    cat "${SECRETS:-/run/secrets}/$1"
}

run() {
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname fairlead "$@"
}

for service in fleet telemetry job relay; do
    role=$service
    [ "$service" != job ] || role=jobs
    PASSWORD="$(secret "${service}_database_password")" run --set role="$role" <<'SQL'
\getenv password PASSWORD
alter role :"role" password :'password';
SQL
done

PASSWORD="$(secret keycloak_database_password)" run <<'SQL'
\getenv password PASSWORD
create role keycloak with login nosuperuser nocreatedb nocreaterole password :'password';
create database keycloak owner keycloak;
revoke connect on database keycloak from public;
SQL
