-- Exports: what somebody selected, once and for all, and the parts in which it is fetched. The data itself stays where it is.
-- Times are nanoseconds since 1970. vessels and channels: as they were asked for, null for all; series: what that came to.
create table export (
    id               bigint generated always as identity primary key,
    owner            text        not null,
    content          text        not null check (content in ('readings', 'windows', 'power')),
    format           text        not null,
    vessels          text[],
    channels         text[],
    labels           jsonb       not null,
    t0               bigint      not null,
    t1               bigint      not null,
    interval_length  bigint,
    functions        text[],
    series           bigint[]    not null,
    label_names      text[]      not null,
    parts            int         not null,
    estimated_rows   bigint      not null,
    created_at       timestamptz not null,
    expires_at       timestamptz not null,
    check (t0 < t1)
);
create index export_owner on export (owner, id desc);
create index export_expires on export (expires_at);

create table export_part (
    export_id       bigint not null references export on delete cascade,
    number          int    not null,
    vessel          text   not null,
    t0              bigint not null,
    t1              bigint not null,
    estimated_rows  bigint not null,
    primary key (export_id, number)
);
