-- When the next request to a limited upstream is due, over all instances. Worth nothing after a crash.
create unlogged table upstream_turn (
    upstream  text         primary key,
    next_at   timestamptz  not null
);
