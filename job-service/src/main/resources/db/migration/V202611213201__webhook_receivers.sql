-- A receiver is an origin. Deliveries are looked for receiver by receiver, so that one of which many wait hides no other's.
alter table webhook_delivery
    add column origin text generated always as (lower(substring(url from '^[^:/]+://[^/?#]+'))) stored;
create index webhook_due_of_origin on webhook_delivery (origin, due_at) where state = 'waiting';
drop index webhook_due;

-- What can be written in a job can be written in a trigger, and nothing else: U+0000 was let through and started no job.
update job_trigger set definition = replace(definition, '\u0000', '\ufffd') where definition like '%\\u0000%';
