-- The cache's second tier: what upstreams answered, kept over restarts and shared by all instances.
create table response (
    upstream      text        not null,
    path          text        not null,
    status        int         not null,
    headers       jsonb       not null,
    body          bytea       not null,
    requested_at  timestamptz not null,
    received_at   timestamptz not null,
    fresh_until   timestamptz not null,
    version       bigint      not null default 1,
    primary key (upstream, path)
);

create index response_received_at on response (received_at);

-- Who is fetching what, so that all instances together ask an upstream once. Worth nothing after a crash.
create unlogged table fetch_lease (
    upstream  text        not null,
    path      text        not null,
    holder    uuid        not null,
    until     timestamptz not null,
    primary key (upstream, path)
);

-- Purges of late: a response that was asked for before one of them must not be kept after it.
create table purge (
    prefix  text        primary key,
    at      timestamptz not null
);
