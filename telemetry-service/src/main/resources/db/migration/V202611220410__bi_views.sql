-- What tools that speak nothing but SQL may read: views of the rows of those vessels that are granted to a login. The views run
-- with the rights of their owner, and nothing else is granted to anybody, so there is no way around their conditions; as
-- barriers they keep a reader's own functions from seeing rows before the conditions have.

-- vessel: null for the whole fleet.
create table bi_grant (
    login   text not null,
    vessel  text references vessel,
    unique nulls not distinct (login, vessel)
);
comment on table bi_grant is 'which vessels a login with the role fairlead_bi sees; a row without a vessel means all';

-- Everybody sees their own grants.
alter table bi_grant enable row level security;
create policy bi_grant_own on bi_grant for select using (login = current_user);

create view bi_vessels with (security_barrier) as
select v.code as vessel, v.name, v.imo, v.mmsi, v.status
from vessel v
where exists (select from bi_grant g where g.login = current_user and (g.vessel is null or g.vessel = v.code));

create view bi_channels with (security_barrier) as
select s.id as channel_id, s.vessel, s.channel, s.labels, s.quantity, s.unit, s.meter
from series s
where s.reported and s.vessel in (select v.vessel from bi_vessels v);

create view bi_windows with (security_barrier) as
select s.vessel, s.channel, s.labels, s.quantity, s.meter, s.id as channel_id,
    w.window_end - interval '15 minutes' as window_start, w.window_end, w.kwh, w.mean_kw, w.min_kw, w.max_kw, w.readings,
    w.coverage_seconds, w.method, w.flags, w.state, w.revision, w.changed_at
from power_window w join series s on s.id = w.series_id
where s.vessel in (select v.vessel from bi_vessels v);
comment on view bi_windows is 'ask for times by window_end: windows are kept by it';

-- A vessel's energy by day in UTC. A meter that reports its power, its energy or its counter counts once, as in
-- /api/v1/power. The days come first, so that a question about some of them looks at no other windows.
create view bi_daily_energy with (security_barrier) as
select v.vessel, d.day, e.kwh, e.windows
from bi_vessels v
cross join lateral (
    select min(w.first) - interval '15 minutes' as first, max(w.last) - interval '1 microsecond' as last
    from series s
    cross join lateral (
        select min(window_end) as first, max(window_end) as last from power_window where series_id = s.id) w
    where s.vessel = v.vessel and s.quantity <> 'other') known
cross join lateral (
    select day::date as day
    from generate_series(date_trunc('day', known.first at time zone 'UTC'), known.last at time zone 'UTC', '1 day') day) d
cross join lateral (
    select sum(kwh) as kwh, count(distinct window_end) filter (where readings > 0)::int as windows
    from (
        select distinct on (w.window_end, s.meter) w.window_end, w.kwh, w.readings
        from series s join power_window w on w.series_id = s.id
        where s.vessel = v.vessel
            and w.window_end > d.day::timestamp at time zone 'UTC'
            and w.window_end <= (d.day + 1)::timestamp at time zone 'UTC'
        order by w.window_end, s.meter, w.coverage_seconds desc,
            array_position(array['energy', 'counter', 'power'], s.quantity), s.id) by_meter) e
where e.kwh is not null;

-- The newest reading of each channel that is sealed, which takes some minutes.
create view bi_latest with (security_barrier) as
select s.vessel, s.channel, s.labels, s.unit, s.id as channel_id,
    timestamptz 'epoch' + l.time / 1000 * interval '1 microsecond' as time, l.value, l.text, l.quality
from series_last l join series s on s.id = l.series_id
where s.vessel in (select v.vessel from bi_vessels v);

-- Results about the whole fleet, which have no vessel, are for those who see all of it.
create view bi_analytics_results with (security_barrier) as
select r.id, r.name, nullif(r.vessel, '') as vessel, r.start_at, r.end_at, r.type, r.number, r.value, r.unit,
    r.model_name, r.model_version, r.run_id, r.produced_at, r.revision, r.current
from analytics_result r
where r.vessel in (select v.vessel from bi_vessels v)
    or r.vessel = '' and exists (select from bi_grant g where g.login = current_user and g.vessel is null);

-- Lets the role fairlead_bi read the views. Roles are the cluster's and made outside; where this one is made later, the owner of
-- this schema calls it then.
create function bi_open() returns void
language plpgsql as $$
begin
    execute format('grant usage on schema %I to fairlead_bi', current_schema());
    grant select on bi_grant, bi_vessels, bi_channels, bi_windows, bi_daily_energy, bi_latest, bi_analytics_results
        to fairlead_bi;
end
$$;

-- Whoever may look into the schema could call its functions.
alter default privileges revoke execute on functions from public;
do $$
begin
    execute format('revoke execute on all functions in schema %I from public', current_schema());
    if exists (select from pg_roles where rolname = 'fairlead_bi') then
        perform bi_open();
    end if;
end
$$;
