-- Gives every service a schema and a login role of the same name, and nobody a look into another's schema. Logins for BI tools
-- get fairlead_bi, which may read what services show it and write nothing. To be run by a superuser in the database that
-- holds the schemas; a second time it changes nothing. Passwords are set by whoever runs it. DatabaseRoles, compose and
-- tests run this file.

revoke all on schema public from public;

do $$
declare
    services constant text[] := array ['fleet', 'telemetry', 'jobs', 'relay'];
    service text;
    functions text;
begin
    execute format('revoke temporary on database %I from public', current_database());
    foreach service in array services loop
        if not exists (select from pg_roles where rolname = service) then
            execute format('create role %I', service);
        end if;
        execute format('alter role %I with login nosuperuser nocreatedb nocreaterole', service);
        execute format('create schema if not exists %I authorization %I', service, service);
        execute format('revoke all on schema %I from public', service);
    end loop;
    if not exists (select from pg_roles where rolname = 'fairlead_bi') then
        create role fairlead_bi nologin;
    end if;
    -- The functions by which anybody could keep a service waiting, or write without a table.
    select string_agg(oid::regprocedure::text, ', ') into functions from pg_proc
    where pronamespace = 'pg_catalog'::regnamespace
        and (proname ~ '^pg_(try_)?advisory_' or proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import'));
    execute 'revoke execute on function ' || functions || ' from public';
    execute 'grant execute on function ' || functions || ' to ' || array_to_string(services, ', ');
end
$$;
