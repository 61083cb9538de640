-- Raw readings leave their rows. What a request brought stands whole in head, one row per vessel, and is its own log;
-- from there it is sealed into blocks, columns of one series and one day. Readings of earlier development builds are
-- not carried over; their windows are.
drop table reading;

-- Accepted and not yet sealed. Of two readings with one key, the one in the row of the higher id is right. t0 and t1
-- are the first and last time of its readings, s0 the earliest start of their intervals: nanoseconds since 1970.
create table head (
    id           bigint generated always as identity primary key,
    vessel       text        not null,
    t0           bigint      not null,
    t1           bigint      not null,
    s0           bigint      not null,
    readings     int         not null,
    body         bytea       not null,
    received_at  timestamptz not null default now()
);
alter table head alter column body set storage external;
create index head_vessel on head (vessel, id);

-- Sealed. seq is the id of the newest head row in it: of two readings with one key, the one in the block of the higher
-- seq is right, and any head row is right before any block.
create table block (
    day        date    not null,
    series_id  bigint  not null,
    t0         bigint  not null,
    t1         bigint  not null,
    s0         bigint  not null,
    seq        bigint  not null,
    readings   int     not null,
    summary    bytea,
    data       bytea   not null,
    primary key (series_id, day, seq, t0)
) partition by range (day);
alter table block alter column data set storage external;
alter table block alter column summary set storage main;

-- The newest reading of each series that is sealed.
create table series_last (
    series_id  bigint            primary key,
    time       bigint            not null,
    start      bigint            not null,
    value      double precision,
    text       text,
    quality    text
);

-- Spans whose windows have to be computed anew, because readings were accepted in them.
create table touched (
    id      bigint generated always as identity primary key,
    vessel  text      not null,
    series  bigint[]  not null,
    lower   bigint[]  not null,
    upper   bigint[]  not null
);
create index touched_vessel on touched (vessel, id);

-- Whether readings of it were ever accepted: since then its unit and quantity stand.
alter table series add column reported boolean not null default false;
update series set reported = exists (select from power_window w where w.series_id = series.id);

-- One row per request, whichever vessels it speaks of.
alter table batch drop column vessel;

-- Partitions are made when the first row of their time comes, by whichever instance meets it.
create function ensure_partition(parent text, suffix text, lower text, upper text) returns void
language plpgsql as $$
declare
    child text := parent || '_' || suffix;
begin
    if to_regclass(quote_ident(child)) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(current_schema() || '.' || child, 0));
    begin
        execute format('create table %I (like %I including all)', child, parent);
        execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, child, lower, upper);
    exception when duplicate_table then
        null; -- made, and attached, by whoever had the lock before; a session may not have seen it until now
    end;
end
$$;

-- The partition of a day's blocks.
create function ensure_block_day(day date) returns void language sql as $$
    select ensure_partition('block', to_char(day, 'YYYYMMDD'), day::text, (day + 1)::text)
$$;

-- The partition of the windows of the month, in UTC, that holds this time.
create function ensure_window_month(moment timestamptz) returns void language sql as $$
    select ensure_partition('power_window', to_char(month, 'YYYYMM'), month::date || ' 00:00Z',
        (month + interval '1 month')::date || ' 00:00Z')
    from date_trunc('month', moment at time zone 'UTC') month
$$;

-- Windows by month.
alter table power_window rename to unpartitioned_window;
alter index power_window_pkey rename to unpartitioned_window_pkey;
create table power_window (
    series_id         bigint      not null,
    window_end        timestamptz not null,
    kwh               numeric     not null,
    mean_kw           numeric     not null,
    min_kw            numeric     not null,
    max_kw            numeric     not null,
    readings          int         not null,
    coverage_seconds  int         not null,
    state             text        not null constraint power_window_state_check check (state in ('provisional', 'revised')),
    revision          int         not null,
    primary key (series_id, window_end)
) partition by range (window_end);
select ensure_window_month(month) from (
    select distinct date_trunc('month', window_end, 'UTC') as month from unpartitioned_window) known;
insert into power_window select * from unpartitioned_window;
drop table unpartitioned_window;
