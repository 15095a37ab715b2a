-- The official account of an organization as its system administrator entered it. Where the installation's properties name
-- a channel for the first organization, they win.

create table line_channel (
    organization_id   integer     primary key references organization,
    channel_id        text        not null,
    -- As LINE told them when the channel was tried.
    basic_id          text        not null,
    account_name      text        not null,
    -- The channel secret, and on a line of its own the long-lived token where there is one. Bytes 2 to 5 are the key.
    sealed            bytea       not null,
    long_lived_token  boolean     not null,
    saved_at          timestamptz not null,
    version           integer     not null default 1
);
create index line_channel_key on line_channel (substring(sealed from 2 for 4));
