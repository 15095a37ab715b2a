-- What staff do about an incident: who is on it, what was tried with which result, and what comes next.

alter table incident
    add column assignee_id    integer references staff,
    add column next_step      text,
    add column next_step_at   timestamptz;
create index incident_closed on incident (organization_id, closed_at) where closed_at is not null;

alter table incident_entry
    add column staff_id       integer references staff,
    add column method         text check (method in ('PHONE', 'LINE', 'VISIT', 'MAIL', 'THIRD_PARTY')),
    add column result         text check (result in ('REACHED', 'NO_ANSWER', 'VOICEMAIL', 'REFUSED', 'WRONG_NUMBER',
                                                     'LEFT_NOTE')),
    add column next_step      text,
    add column next_step_at   timestamptz;
create index incident_entry_staff on incident_entry (organization_id, at) where staff_id is not null;
