-- How long the last jobs of a process took. Those that reuse results took no time, and there may be any number of them.
create index job_succeeded_itself on job (process, finished_at desc) where state = 'successful' and reused_from is null;
drop index job_successful_of_process;
