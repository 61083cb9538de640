-- Personal access tokens. The secret is kept as its SHA-256 only; the prefix is what a person knows it by.
-- vessels: null for the whole fleet, as far as the roles go.
create table access_token (
    id            bigint generated always as identity primary key,
    owner         text        not null,
    owner_name    text        not null,
    name          text        not null,
    prefix        text        not null,
    hash          bytea       not null unique check (octet_length(hash) = 32),
    scopes        text[]      not null check (cardinality(scopes) > 0),
    vessels       text[],
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    last_used_at  timestamptz,
    revoked_at    timestamptz,
    revoked_by    text
);

-- An owner tells tokens by their names, and a request that is sent twice makes one token.
create unique index access_token_name on access_token (owner, name) where revoked_at is null;
create index access_token_owner_name on access_token (owner_name, id desc);

-- Every use may write last_used_at: leave room, so that such an update touches no index.
alter table access_token set (fillfactor = 80);
