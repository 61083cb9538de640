-- The outside APIs that administrators have added to those of the configuration.
create table upstream (
    name        text         primary key,
    settings    jsonb        not null,
    version     bigint       not null default 1,
    updated_at  timestamptz  not null,
    updated_by  text         not null
);
