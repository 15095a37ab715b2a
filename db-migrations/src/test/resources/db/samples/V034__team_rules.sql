insert into team_rules (team_id, organization_id, policy_id)
select 3, 1, min(id) from escalation_policy where organization_id = 1;
