-- What a participant agreed to leave with staff: name, address, phone. Nobody needs it to be asked.

-- A secret of each organization, itself sealed, under which names and numbers are looked up.
create table blind_key (
    organization_id   integer     primary key references organization,
    -- Bytes 2 to 5 are the key that sealed it.
    sealed            bytea       not null
);
create index blind_key_key on blind_key (substring(sealed from 2 for 4));

create table personal_data (
    member_id         bigint      primary key references member on delete cascade,
    organization_id   integer     not null references organization,
    -- Bytes 2 to 5 are the key that sealed it.
    sealed            bytea       not null,
    -- Which fields there are, for those who may know that but not see them.
    held              text[]      not null,
    -- Digests of the phone number and of the parts of the name in kana, which only the organization's secret makes.
    search_tokens     text[]      not null,
    consent_on        date        not null,
    consent_by        text        not null check (consent_by in ('SELF', 'FAMILY', 'GUARDIAN')),
    recorded_by       integer     not null references staff,
    recorded_at       timestamptz not null
);
create index personal_data_key on personal_data (substring(sealed from 2 for 4));
create index personal_data_search on personal_data using gin (search_tokens);
