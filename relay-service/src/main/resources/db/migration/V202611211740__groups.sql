-- Which groups a response is in, that are forgotten together (RFC 9875).
alter table response add column groups text[] not null default '{}';
create index response_groups on response using gin (groups) where groups <> '{}';
