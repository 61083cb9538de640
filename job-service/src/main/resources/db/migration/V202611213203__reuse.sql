-- What deterministic processes were given, as a hash, so that who asks again gets what was found. A job that reuses another's
-- results has none of its own: the other is kept for as long as it is.
alter table job
    add column inputs_hash bytea,
    add column reused_from uuid references job;

create index job_reusable on job (process, process_version, inputs_hash, finished_at desc)
    where state = 'successful' and inputs_hash is not null and reused_from is null;
create index job_reused on job (reused_from) where reused_from is not null;
