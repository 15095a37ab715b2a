-- Invitations that staff hand out on paper: of a team, or of the organization itself.

alter table invitation
    -- Null for the organization itself: who follows it belongs to no team.
    alter column team_id drop not null,
    add column issued_by      integer references staff,
    -- Printed again and again, so it has to be known again. Bytes 2 to 5 are the key that sealed it.
    add column sealed_code    bytea,
    add check (team_id is not null or issued_by is not null);
create index invitation_key on invitation (substring(sealed_code from 2 for 4));
create index invitation_of_staff on invitation (organization_id, team_id, id) where issued_by is not null;
