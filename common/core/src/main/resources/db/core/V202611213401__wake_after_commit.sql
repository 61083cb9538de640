-- The publisher is woken after the commit, by the service that made it: a NOTIFY within the transaction made each commit of an
-- event wait for the one before.
drop trigger outbox_wake on outbox;
drop function outbox_wake();
