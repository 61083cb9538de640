-- Jobs that need a licence stand in an index of their own, which a claim reads for the licences that have a free seat only.
-- So the index of ready jobs holds what any worker may start at once, and nothing that may have to wait.
drop index job_ready;
drop index job_waiting_for_licence;
create index job_ready on job (process, share, priority desc, ready_at, id)
    where state = 'queued' and licence is null;
create index job_ready_with_seat on job (licence, process, share, priority desc, ready_at, id)
    where state = 'queued' and licence is not null;
create index licence_seat_free on licence_seat (licence, number) where job_id is null;
