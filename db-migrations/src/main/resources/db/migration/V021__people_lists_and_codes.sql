-- Lists of people that stay quick however many there are, and names that are found however they are written.

-- The next page begins where the last one ended.
create index member_participants on member (organization_id, id) where participant_since is not null;
create index member_blocked on member (organization_id, id)
    where participant_since is not null and blocked_at is not null;

-- As names are compared: the width of letters, capitals, small kana, hiragana and katakana, and voiced marks do not
-- matter. The two combining marks at the end have no counterpart: they go.
create function search_folded(written text) returns text language sql immutable strict parallel safe as $$
    select translate(
        normalize(lower(normalize(written, nfkc)), nfkd),
        'ぁあぃいぅうぇえぉおかきくけこさしすせそたちっつてとなにぬねのはひふへほまみむめもゃやゅゆょよらりるれろゎわゐゑをんァィゥェォッャュョヮヵヶ' || U&'\3099\309A',
        'アアイイウウエエオオカキクケコサシスセソタチツツテトナニヌネノハヒフヘホマミムメモヤヤユユヨヨラリルレロワワヰヱヲンアイウエオツヤユヨワカケ')
$$;
create index member_nickname on member (organization_id, search_folded(nickname) text_pattern_ops)
    where participant_since is not null and nickname is not null;

-- The second factor of staff: a secret that an app on a phone shares, and codes on paper for the day it is lost.
create table second_factor (
    staff_id          integer     primary key references staff on delete cascade,
    organization_id   integer     not null references organization,
    -- Bytes 2 to 5 are the key that sealed it.
    sealed            bytea       not null,
    -- It counts only from here on.
    confirmed_at      timestamptz,
    -- The half minute of the last code that was used: each is good once.
    last_step         bigint      not null default 0
);
create index second_factor_key on second_factor (substring(sealed from 2 for 4));

create table recovery_code (
    staff_id          integer     not null references second_factor on delete cascade,
    -- Only a digest, and only until it was used.
    code_digest       bytea       not null,
    primary key (staff_id, code_digest)
);
