-- What a vessel's data channel lists say of its channels, word by word, to give it back in packages.
create table declared_channel (
    vessel       text        not null references vessel,
    list_id      text        not null,
    local_id     text        not null,
    property     text        not null,
    declared_at  timestamptz not null default now(),
    primary key (vessel, list_id, local_id)
);
