-- A pair that watches no more, although a team still holds both: one of them ended it, and the others of the team keep
-- theirs.
create table watch_end (
    organization_id   integer     not null references organization,
    participant_id    bigint      not null references member on delete cascade,
    watcher_id        bigint      not null references member on delete cascade,
    ended_at          timestamptz not null,
    primary key (participant_id, watcher_id)
);
create index watch_end_watcher on watch_end (watcher_id);

-- Who watches whom, once for each team that they share. Nobody watches themselves.
create view watch_link as
select p.organization_id, p.team_id, p.member_id as participant_id, w.member_id as watcher_id
from team_membership p
join team_membership w
  on w.team_id = p.team_id and w.organization_id = p.organization_id and w.role = 'WATCHER' and w.member_id <> p.member_id
where p.role = 'PARTICIPANT'
  and not exists (select from watch_end e where e.participant_id = p.member_id and e.watcher_id = w.member_id);
