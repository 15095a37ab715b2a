-- Outages of four kinds, of everybody or of one organization; one that is still going on has no end (E-8).

alter table outage add organization_id integer references organization;
alter table outage alter ended_at drop not null;
alter table outage drop constraint outage_check;
alter table outage add constraint outage_in_order check (began_at <= ended_at);
alter table outage add constraint outage_kind check (kind in ('PROCESS', 'DATABASE', 'LINE', 'WEBHOOK'));
create unique index outage_open on outage (kind, coalesce(organization_id, 0)) where ended_at is null;
create index outage_unrecovered on outage (began_at) where recovered_at is null;

-- Set when an outage first puts the alert off: however many outages follow, it is told by then.
alter table check_in add put_off_until timestamptz;

-- The contact with the channel, each way by itself: OUT, it answers us; IN, what people do reaches us.
create table channel_contact (
    organization_id   integer     not null references organization,
    way               text        not null check (way in ('OUT', 'IN')),
    proven_at         timestamptz,
    -- While in doubt: since when it may not have worked.
    failed_since      timestamptz,
    failed_last_at    timestamptz,
    -- Unless it works again before, the doubt is an outage.
    outage_at         timestamptz,
    restored_at       timestamptz,
    asked_at          timestamptz,
    questions         integer     not null default 0,
    next_question_at  timestamptz,
    primary key (organization_id, way)
);
create index channel_contact_doubt on channel_contact (next_question_at) where failed_since is not null;
