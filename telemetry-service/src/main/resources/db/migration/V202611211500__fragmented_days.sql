-- Days that were given blocks since everything in them was one block per series: the only ones that compaction looks at.
-- seq is the highest of the blocks that were sealed into the day.
create table fragmented_day (
    day  date    primary key,
    seq  bigint  not null
);
insert into fragmented_day select day, max(seq) from block group by day;
