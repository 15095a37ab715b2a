-- Check-ins are looked up by id within a span of time. A whole town is asked at one instant, so that an index that begins
-- with the instant holds everybody in one stretch, and was read through for each few hundred of them.

alter table check_in drop constraint check_in_pkey;
alter table check_in add primary key (id, opened_at);

-- For what goes by time alone; they lie on the disk in the order of their opening.
create index check_in_opened on check_in using brin (opened_at);
