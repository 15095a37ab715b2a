insert into announcement_rule (organization_id, approval_needed, emergency_allowed) values (1, true, false);
