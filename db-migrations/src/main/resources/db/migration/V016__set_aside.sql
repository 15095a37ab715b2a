-- Rows that fail, of every kind of work, in one list for those who run the service (E-20).
create table set_aside (
    work              text        not null,
    -- Names the row among those of its kind, and nobody.
    row_key           text        not null,
    organization_id   integer     not null references organization,
    since             timestamptz not null,
    attempts          integer     not null check (attempts > 0),
    last_failed_at    timestamptz not null,
    -- Null: given up, somebody has to look.
    next_attempt_at   timestamptz,
    -- What kind of failure, and where; nobody's data.
    error             text        not null,
    primary key (work, row_key)
);
create index set_aside_organization on set_aside (organization_id, since);
