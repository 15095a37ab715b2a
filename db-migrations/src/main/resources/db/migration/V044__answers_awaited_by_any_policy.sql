-- Of whom others are told next, be it that a reminder was refused: while there are any, LINE is asked whether it reaches us.
drop index check_in_answer_awaited;
create index check_in_answer_awaited on check_in (next_step_at)
    where next_step_at is not null and (state = 'REMINDED' or state = 'SENT' and next_step > 0);

-- Whose slots are counted: no instant is set for the next step.
create index check_in_slot_awaited on check_in (missed_slots, organization_id)
    where state in ('SENT', 'REMINDED') and next_step_at is null;

-- An attempt was for more people than are left: for LINE the next must be the same request.
alter table outbox_message add column tried_with_several boolean not null default false;
