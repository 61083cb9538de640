-- How the results are to be given, as the standard's execute request asks: all or some outputs, together in one document or
-- each as it is. And which job a job repeats.
alter table job
    add column response text not null default 'document' check (response in ('document', 'raw')),
    add column outputs text[],
    add column retry_of uuid;

create index job_newest_of_creator on job (created_by, created_at desc, id desc);
create index job_newest_of_project on job (project, created_at desc, id desc) where project is not null;
