-- The vessels of the fleet, as fleet.vessels tells; the version keeps an older event from overwriting a newer.
create table vessel (
    code     text   primary key,
    name     text,
    imo      text,
    status   text   not null,
    version  bigint not null
);

create index vessel_imo on vessel (imo);

-- A series is what one channel of one vessel reports under one set of labels. Its row is also the lock that
-- orders the writers of its readings and windows.
create table series (
    id              bigint generated always as identity primary key,
    vessel          text        not null references vessel,
    channel         text        not null,
    labels          jsonb       not null,
    quantity        text        not null check (quantity in ('power', 'energy', 'other')),
    unit            text,
    meter           text,
    period_seconds  bigint,
    created_at      timestamptz not null default now(),
    unique (vessel, channel, labels)
);

-- What the short ids of a vessel's ISO 19848 data channel lists stand for.
create table short_id (
    vessel    text not null references vessel,
    list_id   text not null,
    short_id  text not null,
    channel   text not null,
    primary key (vessel, list_id, short_id)
);

-- What was accepted. The digest of its content makes a batch that is sent again change nothing.
create table batch (
    id           bigint generated always as identity primary key,
    producer     text        not null,
    digest       bytea       not null,
    vessel       text        not null,
    door         text        not null,
    accepted     int         not null default 0,
    duplicate    int         not null default 0,
    rejected     int         not null default 0,
    received_at  timestamptz not null default now(),
    unique (producer, digest)
);

-- Times are nanoseconds since 1970, so that none is rounded. A reading of an interval ends at its time; one of an
-- instant starts where it ends. Values are in the series' unit; what is no number is kept as text.
create table reading (
    series_id  bigint not null,
    time       bigint not null,
    start      bigint not null check (start <= time),
    value      double precision,
    text       text,
    quality    text,
    batch_id   bigint not null,
    primary key (series_id, time, start)
);

create index reading_interval on reading (series_id, time) where start < time;

-- 15 minutes of a power or energy series, labelled by their right end: [window_end - 15 min, window_end).
create table power_window (
    series_id         bigint      not null,
    window_end        timestamptz not null,
    kwh               numeric     not null,
    mean_kw           numeric     not null,
    min_kw            numeric     not null,
    max_kw            numeric     not null,
    readings          int         not null,
    coverage_seconds  int         not null,
    state             text        not null check (state in ('provisional', 'revised')),
    revision          int         not null,
    primary key (series_id, window_end)
);
