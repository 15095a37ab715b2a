-- Who was asked again and has not answered: while there are any, LINE is asked now and then whether it reaches us (E-8).
create index check_in_answer_awaited on check_in (next_step_at) where state = 'REMINDED' and next_step_at is not null;
