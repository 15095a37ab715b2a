-- Staff find people by the first digits of a registration number: an index in the order of characters, whatever the
-- database sorts by.
create index member_number_beginning on member (organization_id, number text_pattern_ops);
