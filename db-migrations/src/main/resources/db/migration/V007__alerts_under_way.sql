-- An attempt to send an alert has begun: whoever it addresses counts as told until it is known that nobody was.
alter table alert_notice drop constraint alert_notice_state_check;
alter table alert_notice add constraint alert_notice_state_check
    check (state in ('WAITING', 'SENDING', 'UNKNOWN', 'ACCEPTED', 'DROPPED'));

-- Somebody who blocks us or leaves is to be found among those who still wait to be told.
create index alert_notice_waiting on alert_notice (recipient_id) where state = 'WAITING';
