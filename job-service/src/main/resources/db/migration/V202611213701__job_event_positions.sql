-- A place for each event in the stream of all jobs. Those that are there already get theirs in the order in which they were told.
create sequence job_event_position_seq;

alter table job_event add column position bigint;

update job_event set position = told.position
from (
    select job_id, version, row_number() over (order by (data ->> 'updated')::timestamptz, version) as position
    from job_event
) as told
where job_event.job_id = told.job_id and job_event.version = told.version;

select setval('job_event_position_seq', max(position)) from job_event having count(*) > 0;

-- Drawn by the insert, when the transaction holds the job's row: a job's positions grow with its versions.
alter table job_event alter column position set default nextval('job_event_position_seq');
alter table job_event alter column position set not null;
alter sequence job_event_position_seq owned by job_event.position;

create unique index job_event_position on job_event (position);
