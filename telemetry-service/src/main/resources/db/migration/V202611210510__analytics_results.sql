-- What analytics made of the fleet's data: one row per (name, vessel, period, model, version, run), as it is now.
-- vessel: empty for a result about the whole fleet, so that every key is comparable. An instant has end_at = start_at.
create table analytics_result (
    id             bigint generated always as identity primary key,
    name           text             not null,
    vessel         text             not null,
    start_at       timestamptz      not null,
    end_at         timestamptz      not null,
    model_name     text             not null,
    model_version  text             not null,
    run_id         text             not null,
    type           text             not null check (type in ('number', 'series', 'table', 'object')),
    value          jsonb            not null,
    number         double precision,
    unit           text,
    parameters     jsonb,
    metrics        jsonb,
    produced_at    timestamptz      not null,
    recorded_at    timestamptz      not null,
    recorded_by    text             not null,
    revision       int              not null default 1,
    digest         bytea            not null,
    size           int              not null,
    current        boolean          not null default true,
    check (start_at <= end_at),
    check ((type = 'number') = (number is not null)),
    unique (name, vessel, start_at, end_at, model_name, model_version, run_id)
);

comment on column analytics_result.current is
    'whether no newer run or version of the model has a result of this name, vessel and period';
comment on column analytics_result.size is 'bytes of the value as JSON text: how much an answer would grow';

-- Lists are read newest first, within whatever of name and vessel is given.
create index analytics_result_by_name_and_vessel on analytics_result (name, vessel, start_at desc, id desc);
create index analytics_result_by_name on analytics_result (name, start_at desc, id desc);
create index analytics_result_by_vessel on analytics_result (vessel, start_at desc, id desc);
create index analytics_result_by_time on analytics_result (start_at desc, id desc);
create index analytics_result_by_run on analytics_result (run_id, start_at desc, id desc);
create index analytics_result_superseded on analytics_result (start_at desc, id desc) where not current;

-- Finds the periods that began before a moment and reach beyond it; instants never do.
create index analytics_result_period on analytics_result using gist (tstzrange(start_at, end_at))
    where end_at > start_at;

-- What a result was before its corrections.
create table analytics_result_revision (
    result_id    bigint      not null references analytics_result on delete cascade,
    revision     int         not null,
    type         text        not null,
    value        jsonb       not null,
    unit         text,
    parameters   jsonb,
    metrics      jsonb,
    produced_at  timestamptz not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    digest       bytea       not null,
    size         int         not null,
    primary key (result_id, revision)
);

-- Which names there are, of what and in what unit; both empty where there is none.
create table analytics_name (
    name    text not null,
    vessel  text not null,
    type    text not null,
    unit    text not null,
    primary key (name, vessel, type, unit)
);
