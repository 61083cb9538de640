-- Outputs that workers send part by part, as bytes of any kind, because they are too large for one document.
create table job_upload (
    job_id     uuid        not null references job on delete cascade,
    attempt    integer     not null,
    name       text        not null,
    begun_at   timestamptz not null,
    -- Known when the worker has handed it in.
    media_type text,
    bytes      bigint,
    primary key (job_id, attempt, name),
    check ((media_type is null) = (bytes is null))
);

create table job_upload_part (
    job_id  uuid    not null,
    attempt integer not null,
    name    text    not null,
    number  integer not null check (number between 1 and 10000),
    -- Where it begins in the whole; known when all are there.
    start   bigint,
    data    bytea   not null,
    primary key (job_id, attempt, name, number),
    foreign key (job_id, attempt, name) references job_upload on delete cascade
);

-- Not compressed, so that a range is read without the bytes before it.
alter table job_upload_part alter column data set storage external;

alter table job_output
    alter column value drop not null,
    add column upload_attempt integer,
    add constraint job_output_kept_once check ((value is null) = (upload_attempt is not null)),
    add constraint job_output_uploaded
        foreign key (job_id, upload_attempt, name) references job_upload (job_id, attempt, name);
