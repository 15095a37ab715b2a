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
