-- How long the last jobs of a process took, for the estimate of when a waiting one starts.
create index job_successful_of_process on job (process, finished_at desc) where state = 'successful';
