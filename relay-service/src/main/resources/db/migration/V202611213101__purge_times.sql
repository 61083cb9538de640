-- Each response that is kept asks for the purges since its request, and housekeeping for the old ones.
create index purge_at on purge (at);
