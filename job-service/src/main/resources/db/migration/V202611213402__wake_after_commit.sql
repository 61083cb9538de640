-- Workers are woken after the commit, by the service that made it, see the migration of the outbox of the same name.
drop trigger job_wake_on_insert on job;
drop trigger job_wake_on_change on job;
drop function job_wake();
drop trigger seat_wake_on_release on licence_seat;
drop trigger seat_wake_on_insert on licence_seat;
drop function seat_wake();
