-- What the staff pages may set of an organization. Properties seed it at the first start; from then on this is what counts.

alter table organization
    -- Said by the account to whoever adds it, before our own words.
    add column greeting       text,
    -- Who answers questions about the service (R-149).
    add column desk_name      text,
    add column desk_phone     text,
    -- When a system administrator last looked it over and saved it.
    add column reviewed_at    timestamptz,
    add column version        integer     not null default 0;

alter table check_in_offer
    -- What the phone shows first where the participant chooses the hour.
    add column default_hour   smallint    not null default 8 check (default_hour between 0 and 23),
    add column version        integer     not null default 0;
