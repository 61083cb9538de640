-- Every job writes seven rows or more that name it, in transactions that have made or changed its own row and so hold its lock. The
-- checks of the foreign keys looked the job up again for each of them. What they did besides, to take these rows away with
-- the job, a trigger does once for each statement; also for instances from before that delete jobs.
alter table job_input drop constraint job_input_job_id_fkey;
alter table job_output drop constraint job_output_job_id_fkey;
alter table job_attempt drop constraint job_attempt_job_id_fkey;
alter table job_event drop constraint job_event_job_id_fkey;

create function job_forgotten() returns trigger language plpgsql as $$
begin
    delete from job_input where job_id in (select id from forgotten);
    delete from job_output where job_id in (select id from forgotten);
    delete from job_attempt where job_id in (select id from forgotten);
    delete from job_event where job_id in (select id from forgotten);
    return null;
end $$;

create trigger job_forgotten after delete on job
    referencing old table as forgotten for each statement execute function job_forgotten();
