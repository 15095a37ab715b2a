-- Of two administrators who change one account of staff at once, the second is told what the first has changed.
alter table staff add column version integer not null default 0;
