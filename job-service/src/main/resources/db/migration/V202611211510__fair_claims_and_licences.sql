-- Whose turn it is: projects, and people for what belongs to no project, take turns within one priority.
alter table job
    add column share   text generated always as (coalesce('project ' || project, 'user ' || created_by)) stored,
    add column licence text;

drop index job_ready;
-- What a claim reads: ready jobs only. The shares that have any are found by skipping from one to the next.
create index job_ready on job (process, share, priority desc, ready_at, id) where state = 'queued';
create index job_running_of_share on job (share) where state in ('running', 'cancelling');

-- When each share last had its turn, in no unit.
create sequence turn;
create table share_turn (
    share  text   primary key,
    served bigint not null
);

-- One row for each seat. A seat is held by one attempt, or free; there is no counter that could be wrong.
create table licence_seat (
    licence text    not null check (licence ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    number  integer not null check (number > 0),
    job_id  uuid    unique,
    attempt integer,
    epoch   bigint  not null default 0,
    held_since timestamptz,
    primary key (licence, number),
    check ((job_id is null) = (attempt is null) and (job_id is null) = (held_since is null))
);

create index job_waiting_for_licence on job (licence) where state = 'queued' and licence is not null;

-- A seat became free or was added: a job that waited for it may start.
create function seat_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify(tg_table_schema || '_job', 'queued');
    return null;
end $$;

create trigger seat_wake_on_release after update of job_id on licence_seat
    for each row when (new.job_id is null) execute function seat_wake();
create trigger seat_wake_on_insert after insert on licence_seat for each statement execute function seat_wake();
