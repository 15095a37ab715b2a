-- Of two administrators who change one account of staff at once, the second is told what the first has changed.
alter table staff add column version integer not null default 0;

-- Whom staff took out of the service at their own request, and who is still to read so: their LINE account is kept until that
-- message is on its way, a day at most, and then nothing of them. No reference to the member, who is gone.
create table farewell (
    member_id         bigint      primary key,
    organization_id   integer     not null references organization,
    line_user_id      text        not null,
    kept_until        timestamptz not null
);
