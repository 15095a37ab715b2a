-- The phone of somebody whose death was noted may answer.
alter table incident drop constraint incident_cause_check;
alter table incident add constraint incident_cause_check
    check (cause in ('SILENCE', 'NEED_HELP', 'UNREACHABLE', 'HEARD_AFTER_DEATH'));
