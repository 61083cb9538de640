create table note (
    name  text primary key,
    count int  not null
);
