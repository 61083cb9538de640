-- Events that wait to be published. The id orders them: an appender holds a lock on the event's (topic, key)
-- from before the id is drawn until its transaction ends, so ids of one key grow in the order of commits.
create table outbox (
    id            bigint generated always as identity primary key,
    event_id      uuid        not null default gen_random_uuid(),
    topic         text        not null,
    key           text        not null,
    type          text        not null,
    time          timestamptz not null default clock_timestamp(),
    trace_parent  text,
    data          bytea
);

create function outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify(tg_table_schema || '_outbox', '');
    return null;
end $$;

create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();

-- Events that have been applied, so that a second delivery changes nothing.
create table inbox (
    source      text        not null,
    event_id    text        not null,
    received_at timestamptz not null default now(),
    primary key (source, event_id)
);

create index inbox_received_at on inbox (received_at);

-- Responses to requests that carried an Idempotency-Key.
create table idempotency (
    subject      text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       int         not null,
    headers      jsonb       not null,
    body         bytea,
    created_at   timestamptz not null default now(),
    primary key (subject, key)
);

create index idempotency_created_at on idempotency (created_at);

-- The outbox is a queue: rows live for milliseconds, so vacuum by count and not by share.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
                        autovacuum_vacuum_insert_threshold = -1);
