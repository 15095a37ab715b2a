-- The outbox: one row is one request to the channel, for at most 500 recipients with the same content.

create table outbox_message (
    -- Also the retry key, so that the channel recognizes a second sending of the same row.
    id                uuid        primary key,
    organization_id   integer     not null references organization,
    sequence          bigint generated always as identity,
    priority          smallint    not null,
    kind              text        not null,
    content           jsonb       not null,
    recipient_ids     bigint[]    not null,
    -- What each recipient's copy is about, position by position: the owner of the kind knows how to read it.
    reference_ids     bigint[]    not null,
    -- Bounds of the months that the references lie in, for pruning.
    reference_from    timestamptz,
    reference_until   timestamptz,
    state             text        not null default 'READY'
                      check (state in ('READY', 'ACCEPTED', 'DROPPED', 'SET_ASIDE')),
    next_attempt_at   timestamptz not null,
    attempts          integer     not null default 0,
    first_attempt_at  timestamptz,
    -- An attempt ended without an answer: the channel may have accepted it.
    outcome_unknown   boolean     not null default false,
    postponed         boolean     not null default false,
    last_error        text,
    created_at        timestamptz not null,
    settled_at        timestamptz,
    check (cardinality(recipient_ids) = cardinality(reference_ids))
);
create index outbox_message_ready on outbox_message (priority, next_attempt_at, sequence) where state = 'READY';
create index outbox_message_due on outbox_message (next_attempt_at) where state = 'READY';
create index outbox_message_set_aside on outbox_message (organization_id, created_at) where state = 'SET_ASIDE';
create index outbox_message_settled on outbox_message (settled_at) where state in ('ACCEPTED', 'DROPPED');

create table message_quota (
    organization_id   integer     primary key references organization,
    monthly_limit     bigint,
    used              bigint,
    read_at           timestamptz,
    next_read_at      timestamptz not null,
    last_error        text
);
