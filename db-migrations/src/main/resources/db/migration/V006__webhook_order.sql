-- What one person did within a millisecond is worked as it arrived, not by the chance of its id: the index follows the
-- order of the work.
drop index webhook_event_oldest;
create index webhook_event_oldest on webhook_event (occurred_at, received_at, arrived_at, id) where state = 'NEW';
