-- What starts jobs by itself: an event, or the clock. The definition is what its writer wrote; what is looked for stands beside
-- it. Jobs are started in the name of who wrote it last, with the vessels that their token spoke for.
create table job_trigger (
    id            uuid        primary key default uuidv7(),
    definition    text        not null,
    enabled       boolean     not null,
    topic         text,
    event_type    text,
    project       text,
    owner         text        not null,
    owner_name    text        not null,
    owner_vessels text[],
    version       bigint      not null default 1,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    -- When the clock starts a job next; null for events.
    next_fire     timestamptz,
    last_fired    timestamptz,
    last_job      uuid,
    last_error    text,
    last_error_at timestamptz,
    fired         bigint      not null default 0,
    failed        bigint      not null default 0
);

create index job_trigger_of_topic on job_trigger (topic) where enabled and topic is not null;
create index job_trigger_due on job_trigger (next_fire) where enabled and next_fire is not null;

-- Which jobs triggers started, and how many came before in a row, so that triggers do not go round for ever.
create table job_chain (
    job_id     uuid    primary key references job on delete cascade,
    trigger_id uuid    not null,
    depth      integer not null
);
