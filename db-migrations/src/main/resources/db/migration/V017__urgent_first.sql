-- The most urgent first, without sorting what waits for each batch again: it may be a hundred thousand alerts.
drop index outbox_message_ready;
create index outbox_message_ready on outbox_message (priority, sequence, next_attempt_at) where state = 'READY';
