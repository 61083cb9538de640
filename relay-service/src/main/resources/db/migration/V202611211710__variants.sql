-- A path may have several responses, one for each kind of request that its Vary tells apart.
delete from response where headers::text ilike '%"vary"%';
alter table response add column variant text not null default '';
alter table response drop constraint response_pkey;
alter table response add primary key (upstream, path, variant);

-- What is fetched is told apart by more than its path; only a name of it is kept.
truncate fetch_lease;
alter table fetch_lease rename column path to what;
