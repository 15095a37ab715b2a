-- The month's messages: what is left, what is kept back, and what waits until there is room again (E-9).

alter table message_quota
    -- As the channel told it; "used" may be more, where the channel is behind with its counting.
    add column reported          bigint,
    -- Recipients since the last reading: accepted, or under way.
    add column sent              bigint  not null default 0,
    -- What all that was already sent could still lead to, and what one more question could, in messages.
    add column follow_ups        bigint  not null default 0,
    add column follow_ups_each   bigint  not null default 0,
    -- The channel refused for want of messages, after the last reading.
    add column refused_at        timestamptz,
    add column level             text    not null default 'NORMAL'
                                 check (level in ('NORMAL', 'LOW', 'RESERVE', 'USED_UP'));

-- Held: not to be sent before the month's messages allow it; nobody looks at such a row until then.
alter table outbox_message add column held_since timestamptz;
alter table outbox_message drop constraint outbox_message_state_check;
alter table outbox_message add constraint outbox_message_state_check
    check (state in ('READY', 'HELD', 'ACCEPTED', 'DROPPED', 'SET_ASIDE'));
create index outbox_message_held on outbox_message (organization_id, priority, next_attempt_at, sequence)
    where state = 'HELD';

-- The next messages are looked for priority by priority, in one index: a second one would tempt the planner to read a
-- flood of low priority for the sake of what is more urgent.
drop index outbox_message_due;
