-- Projects and who is in them. A project is archived, never deleted: jobs name it for as long as they are kept.
create table project (
    id              text        primary key check (id ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    name            text        not null,
    description     text,
    archived        boolean     not null default false,
    created_by      text        not null,
    created_by_name text        not null,
    version         bigint      not null default 1,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);

create table project_member (
    project text not null references project,
    subject text not null,
    name    text,
    role    text not null check (role in ('owner', 'member', 'reader')),
    primary key (project, subject)
);

create index project_of_member on project_member (subject, project);

-- Whose data a job reads; null for jobs from before this was kept, of which it is not known.
alter table job add column vessels text[];

-- Until now a job's project was any label. Each label becomes a project; who used it first owns it, who else used it is
-- a member.
insert into project (id, name, created_by, created_by_name, created_at, updated_at)
select distinct on (project) project, project, created_by, created_by_name, created_at, created_at
from job where project is not null
order by project, created_at, id;

insert into project_member (project, subject, name, role)
select distinct on (job.project, job.created_by) job.project, job.created_by, job.created_by_name,
    case when job.created_by = project.created_by then 'owner' else 'member' end
from job join project on project.id = job.project
order by job.project, job.created_by, job.created_at desc;
