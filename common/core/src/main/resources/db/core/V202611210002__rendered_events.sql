-- Which rendering writes the data out when the event is published; null when the data is what is published.
alter table outbox add column rendering text;
alter table outbox alter column data set storage external;
