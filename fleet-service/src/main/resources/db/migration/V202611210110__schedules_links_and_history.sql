alter table vessel
    add column deadweight_tonnes integer check (deadweight_tonnes >= 0),
    add column gross_tonnage     integer check (gross_tonnage >= 0),
    add column latitude          double precision check (latitude between -90 and 90),
    add column longitude         double precision check (longitude between -180 and 180),
    add column position_time     timestamptz,
    add check (num_nulls(latitude, longitude, position_time) in (0, 3));

-- An optional text is absent or says something: a CSV cell cannot tell an empty text from none.
update equipment set type = nullif(type, ''), location = nullif(location, ''), serial = nullif(serial, '');

create table schedule (
    id              bigint      generated always as identity primary key,
    name            text        not null,
    kind            text        not null check (kind in ('voyage', 'maintenance', 'production', 'crew-change')),
    status          text        not null check (status in ('planned', 'active', 'completed', 'cancelled')),
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    activities      json        not null default '[]',
    version         bigint      not null default 1,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    updated_by      text        not null,
    check (ends_at > starts_at),
    unique (id, starts_at, ends_at)
);

create index schedule_start on schedule (starts_at, id);

-- Who sails which schedule. A link carries its schedule's span, which the foreign key keeps equal to it, so that the
-- schedules of a selection of vessels come off one index in the order of their pages.
create table vessel_schedule (
    vessel          text        not null references vessel (code),
    schedule        bigint      not null,
    role            text,
    note            text,
    exclusive       boolean     not null default false,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    linked_at       timestamptz not null,
    linked_by       text        not null,
    primary key (schedule, vessel),
    foreign key (schedule, starts_at, ends_at) references schedule (id, starts_at, ends_at)
        on update cascade on delete cascade
);

create index vessel_schedule_start on vessel_schedule (vessel, starts_at, schedule) include (ends_at);

-- Every change with who and when: the history of each thing and, by id, the stream of the whole fleet. An appender
-- holds one lock from before its ids are drawn until its transaction ends, so ids appear in the order of commits.
create table change (
    id              bigint      generated always as identity primary key,
    kind            text        not null,
    key             text        not null,
    action          text        not null,
    version         bigint      not null,
    vessels         text[]      not null,
    state           json        not null,
    changed_at      timestamptz not null,
    changed_by      text        not null
);

create index change_subject on change (kind, key, id);

-- What was there before there was a history.
insert into change (kind, key, action, version, vessels, state, changed_at, changed_by)
select 'vessel', code, 'registered', version, array[code],
       json_build_object('code', code, 'name', name, 'type', type, 'imo', imo, 'mmsi', mmsi, 'flag', flag,
           'timeZone', time_zone, 'deadweightTonnes', deadweight_tonnes, 'grossTonnage', gross_tonnage,
           'commissioned', commissioned, 'position', null, 'status', status, 'version', version,
           'createdAt', created_at, 'updatedAt', updated_at, 'updatedBy', updated_by),
       updated_at, updated_by
from vessel order by code;

insert into change (kind, key, action, version, vessels, state, changed_at, changed_by)
select 'equipment', code, 'registered', version, array[vessel],
       json_build_object('code', code, 'vessel', vessel, 'name', name, 'type', type, 'location', location,
           'serial', serial, 'channels', channels, 'status', status, 'version', version,
           'createdAt', created_at, 'updatedAt', updated_at, 'updatedBy', updated_by),
       updated_at, updated_by
from equipment order by code;
