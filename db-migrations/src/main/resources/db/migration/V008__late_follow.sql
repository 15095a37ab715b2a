-- When the person did the newest thing that was worked: an older follow or unfollow that LINE delivers late says nothing.
alter table conversation add column heard_at timestamptz not null default to_timestamp(0);
alter table conversation alter column heard_at drop default;
