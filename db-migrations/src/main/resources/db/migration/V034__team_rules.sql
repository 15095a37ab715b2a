-- A team may have rules of its own: another policy than its organization's. Which one counts for somebody in several
-- teams is decided when their question opens, and then frozen (E-7).

create table team_rules (
    team_id           bigint      primary key references team on delete cascade,
    organization_id   integer     not null references organization,
    policy_id         bigint      not null references escalation_policy
);
create index team_rules_organization on team_rules (organization_id, team_id);

comment on column check_in_schedule.policy_id is 'Never set, and not read any more: teams have rules, schedules do not.';
