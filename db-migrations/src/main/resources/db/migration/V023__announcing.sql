-- Whether one of the staff alone may send an announcement at once, with a reason that everybody reads; and announcements
-- for a district.

alter table announcement_rule
    add column emergency_allowed boolean not null default true;

alter table announcement
    drop constraint announcement_audience_check,
    add constraint announcement_audience_check check (audience in ('EVERYONE', 'DISTRICT', 'TEAM', 'CHECK_IN')),
    -- Null for a district that is no more: then nobody is meant.
    add column district_id integer;
