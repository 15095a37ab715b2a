insert into alert_notice (message_id, recipient_id, organization_id, incident_id, step, state)
values ('00000000-0000-4000-8000-000000000007', 3, 1, 1, 1, 'SENDING');
