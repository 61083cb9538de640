-- How many jobs the built-in workers have under way or before them, of those that may run now: without a licence, or with one
-- of which a seat is free. Ready jobs are counted up to a thousand. Those that run count too, or workers would be taken away from
-- under them. The names stand for the processes that workers run themselves. KEDA asks this in job-service's name.
select (select count(*) from jobs.job where state = 'running' and process = any ('{PROCESSES}'))
    + (select count(*) from (
        select from jobs.job where state = 'queued' and licence is null and process = any ('{PROCESSES}') limit 1000) ready)
    + (select coalesce(sum(least(waiting.jobs, free.seats)), 0)::bigint
        from (select licence, count(*) as jobs from jobs.job
              where state = 'queued' and licence is not null and process = any ('{PROCESSES}') group by licence) waiting
        join (select licence, count(*) as seats from jobs.licence_seat where job_id is null group by licence) free using (licence))
