-- A counter shows the energy since its meter began to count; its differences become windows.
alter table series drop constraint series_quantity_check;
alter table series add constraint series_quantity_check check (quantity in ('power', 'energy', 'counter', 'other'));

-- How a window's energy was found, what is odd about it, and how firm it is: provisional until it has ended and has not
-- changed for a while, then final; revised when late data changes it after that.
alter table power_window
    add column method      text        not null default 'mean'
        check (method in ('mean', 'time-weighted', 'spread', 'difference')),
    add column flags       text[]      not null default '{}',
    add column changed_at  timestamptz not null default now();
update power_window w set method = 'spread' from series s where s.id = w.series_id and s.quantity = 'energy';
alter table power_window drop constraint power_window_state_check;
alter table power_window add constraint power_window_state_check check (state in ('provisional', 'final', 'revised'));
alter table power_window alter column method drop default, alter column changed_at drop default;

-- A window that nothing speaks for any more, because a report was learnt of that it reached back over, has neither.
alter table power_window alter column min_kw drop not null, alter column max_kw drop not null;

-- Which windows are due to become final: only these are looked at, however many there are.
create index power_window_due on power_window (greatest(window_end, changed_at)) where state = 'provisional';
