-- Jobs, their inputs and outputs, and what became of each attempt. The states are drawn in the service's README.

create table job (
    id                 uuid        primary key default uuidv7(),
    process            text        not null,
    process_version    text        not null,
    project            text,
    priority           smallint    not null default 4 check (priority between 0 and 9),
    created_by         text        not null,
    created_by_name    text        not null,
    state              text        not null default 'queued' check (state in (
                           'queued', 'running', 'cancelling', 'retry-wait',
                           'successful', 'failed', 'quarantined', 'dismissed')),
    -- The fence: who does not know the attempt's number cannot end it.
    attempt            integer     not null default 0,
    errors             integer     not null default 0,
    crashes            integer     not null default 0,
    worker             text,
    lease_until        timestamptz,
    -- Since when it is ready, or when it will be again after a failed attempt.
    ready_at           timestamptz not null,
    progress           smallint    not null default 0 check (progress between 0 and 100),
    message            text,
    version            bigint      not null default 1,
    created_at         timestamptz not null,
    started_at         timestamptz,
    attempt_started_at timestamptz,
    finished_at        timestamptz,
    updated_at         timestamptz not null,
    constraint job_leased check (
        (state in ('running', 'cancelling')) = (worker is not null and lease_until is not null)),
    constraint job_finished check (
        (state in ('successful', 'failed', 'quarantined', 'dismissed')) = (finished_at is not null))
);

-- What a claim reads: ready jobs only, so jobs that wait for anything else cost it nothing.
create index job_ready on job (process, priority desc, ready_at, id) where state = 'queued';
create index job_retry on job (ready_at) where state = 'retry-wait';
create index job_leased on job (lease_until) where state in ('running', 'cancelling');
create index job_newest on job (created_at desc, id desc);
create index job_newest_of_process on job (process, created_at desc, id desc);

create table job_input (
    job_id uuid  not null references job on delete cascade,
    name   text  not null,
    value  jsonb not null,
    primary key (job_id, name)
);

create table job_output (
    job_id uuid  not null references job on delete cascade,
    name   text  not null,
    value  jsonb not null,
    primary key (job_id, name)
);

-- One row for each attempt that ended, however it did.
create table job_attempt (
    job_id      uuid        not null references job on delete cascade,
    attempt     integer     not null,
    worker      text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    outcome     text        not null check (outcome in (
                    'successful', 'error', 'unavailable', 'crash', 'dismissed', 'handed-back')),
    message     text,
    primary key (job_id, attempt)
);

-- Tells listening workers that a job is ready or is to be cancelled. A hint only: who misses it finds out by polling.
create function job_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify(tg_table_schema || '_job', new.state);
    return null;
end $$;

create trigger job_wake_on_insert after insert on job
    for each row when (new.state = 'queued') execute function job_wake();
create trigger job_wake_on_change after update of state on job
    for each row when (new.state in ('queued', 'cancelling')) execute function job_wake();

-- The hot rows change a few times each: leave room for updates in place, and vacuum by count.
alter table job set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
