-- LINE delivers to who is no friend for seven days after their last message, and then drops in silence.
alter table conversation add column lapsed boolean not null default false;
create index conversation_stranger on conversation (heard_at) where not friend and not lapsed;
