-- LINE: events as they arrived, and how far each conversation has come.

create table webhook_event (
    organization_id   integer     not null references organization,
    id                text        not null,
    -- Whose it is, so that it can be emptied when they leave.
    line_user_id      text,
    occurred_at       timestamptz not null,
    received_at       timestamptz not null,
    -- Wall time, because the age of a reply token is wall time.
    arrived_at        timestamptz not null,
    -- Emptied once worked: what a person typed is not kept.
    payload           text,
    state             text        not null default 'NEW' check (state in ('NEW', 'WORKED', 'SET_ASIDE')),
    attempts          integer     not null default 0,
    next_attempt_at   timestamptz not null,
    worked_at         timestamptz,
    last_error        text,
    primary key (organization_id, id)
);
create index webhook_event_due on webhook_event (next_attempt_at) where state = 'NEW';
-- The oldest first, without sorting a backlog again for each slice.
create index webhook_event_oldest on webhook_event (occurred_at, received_at, id) where state = 'NEW';
create index webhook_event_person on webhook_event (organization_id, line_user_id) where state <> 'WORKED';
create index webhook_event_worked on webhook_event (worked_at) where state = 'WORKED';

create table conversation (
    organization_id   integer     not null references organization,
    line_user_id      text        not null,
    friend            boolean     not null default false,
    step              text,
    data              jsonb       not null default '{}',
    updated_at        timestamptz not null,
    version           integer     not null default 0,
    primary key (organization_id, line_user_id)
);
