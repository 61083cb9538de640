-- The key of the command on jobs.commands that submitted a job: by it whoever sent the command finds its job.
alter table job add column command text;
