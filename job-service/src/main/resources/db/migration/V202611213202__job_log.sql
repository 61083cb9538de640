-- What workers write while they run jobs. The numbers of a job's lines begin with 1 and have no gaps but at their beginning,
-- where the oldest were dropped.
create table job_log (
    job_id  uuid        not null references job on delete cascade,
    number  bigint      not null,
    attempt integer     not null,
    time    timestamptz not null,
    level   text        not null check (level in ('debug', 'info', 'warn', 'error')),
    message text        not null,
    primary key (job_id, number)
);
