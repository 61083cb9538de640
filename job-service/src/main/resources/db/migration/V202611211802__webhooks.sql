-- Whom to tell what becomes of a job, and what was told.
create table job_subscriber (
    job_id          uuid primary key references job on delete cascade,
    success_uri     text,
    in_progress_uri text,
    failed_uri      text,
    -- Where this API is, as the submitter called it: links in what is told begin with it.
    base            text not null
);

-- Made in the transaction of the change that it tells of. While it waits, due_at says when it is tried next; a try moves it
-- ahead first, so that another instance goes on when the one that tries dies.
create table webhook_delivery (
    id         uuid        primary key default uuidv7(),
    job_id     uuid        not null references job on delete cascade,
    version    bigint      not null,
    event      text        not null,
    url        text        not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'gone')),
    attempt    integer     not null default 0,
    due_at     timestamptz not null default now(),
    created_at timestamptz not null default now()
);

create index webhook_due on webhook_delivery (due_at) where state = 'waiting';
create index webhook_of_job on webhook_delivery (job_id, id);

-- One row for each try that came to an end.
create table webhook_attempt (
    delivery_id uuid        not null references webhook_delivery on delete cascade,
    attempt     integer     not null,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    status      integer,
    response    text,
    reason      text,
    primary key (delivery_id, attempt)
);

-- What signs: of a project, or of a person for jobs of no project; named as job.share is. One is current, the one before it
-- signs too until it expires.
create table webhook_secret (
    owner      text        not null,
    secret     bytea       not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    primary key (owner, secret)
);

create unique index webhook_secret_current on webhook_secret (owner) where expires_at is null;
