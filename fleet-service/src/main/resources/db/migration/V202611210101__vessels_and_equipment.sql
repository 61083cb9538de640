create table vessel (
    code            text        primary key,
    name            text        not null,
    type            text        not null,
    imo             text        unique,
    mmsi            text        unique,
    flag            text,
    time_zone       text        not null,
    commissioned    date,
    status          text        not null default 'active' check (status in ('active', 'retired')),
    version         bigint      not null default 1,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    updated_by      text        not null
);

create table equipment (
    code            text        primary key,
    vessel          text        not null references vessel (code),
    name            text        not null,
    type            text,
    location        text,
    serial          text,
    channels        text[]      not null default '{}',
    status          text        not null default 'active' check (status in ('active', 'inactive')),
    version         bigint      not null default 1,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    updated_by      text        not null
);

create index equipment_vessel on equipment (vessel, code);
