insert into incident (organization_id, check_in_id, check_in_opened_at, subject_kind, subject_id, cause, urgency, status, opened_at)
values (1, 1, '2026-01-07 08:00+09', 'PARTICIPANT', 1, 'SILENCE', 'HIGH', 'OPEN', '2026-01-08 11:01+09');
insert into incident_entry (organization_id, incident_id, at, kind, actor, note)
values (1, 1, '2026-01-08 12:00+09', 'TAKEN', 'WATCHER', null);
insert into alert_notice (message_id, recipient_id, organization_id, incident_id, step, state)
values ('00000000-0000-4000-8000-000000000002', 2, 1, 1, 1, 'ACCEPTED');
