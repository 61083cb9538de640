-- What was told of each job, for those who listen over HTTP. The version orders a job's events.
create table job_event (
    job_id  uuid   not null references job on delete cascade,
    version bigint not null,
    type    text   not null,
    data    json   not null,
    primary key (job_id, version)
);

-- What retention looks for.
create index job_finished on job (finished_at) where finished_at is not null;
