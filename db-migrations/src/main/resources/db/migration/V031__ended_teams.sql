-- Teams that staff have ended, and what a team's own people write about it.

alter table team
    -- From then on nobody is in it and nobody comes in. Staff may take that back for a while.
    add column ended_at timestamptz,
    -- Staff read it; it is never sent to a phone.
    add column note     text;
create index team_ended on team (organization_id, ended_at) where ended_at is not null;

-- Who was in a team that was ended, for as long as that may be taken back.
create table ended_membership (
    organization_id   integer     not null references organization,
    team_id           bigint      not null references team on delete cascade,
    member_id         bigint      not null references member on delete cascade,
    role              text        not null check (role in ('PARTICIPANT', 'WATCHER')),
    joined_at         timestamptz not null,
    lead              boolean     not null,
    primary key (team_id, role, member_id)
);
create index ended_membership_member on ended_membership (member_id);
