create table sla_clocks (
    sequence        bigint      not null,
    number          integer     not null,
    organization    text        not null,
    conversation_id text        not null,
    clock           text        not null,
    status          text        not null,
    consumed_us     bigint      not null,
    target_us       bigint      not null,
    due_at          timestamptz,
    at              timestamptz not null,
    primary key (sequence, number)
);
comment on table sla_clocks is 'How promises about conversations stand from an instant on: the row with the highest (sequence, number) of a conversation and clock is how it stands now.';
comment on column sla_clocks.number is 'Place among the rows of the same record, from 0.';
comment on column sla_clocks.clock is 'time_to_assign, first_response, next_response or resolution.';
comment on column sla_clocks.status is 'running, paused, met, breached, or none when it does not count any more.';
comment on column sla_clocks.consumed_us is 'Open time counted so far, in microseconds.';
comment on column sla_clocks.target_us is 'Open time that was promised, in microseconds.';
comment on column sla_clocks.due_at is 'Of running: when it will be broken, if nothing happens; of breached: when it was.';
create index sla_clocks_by_conversation on sla_clocks (conversation_id, clock, sequence, number);
create index sla_breaches_by_organization on sla_clocks (organization, due_at) where status = 'breached';
alter table sla_clocks enable row level security;
create policy own_organization on sla_clocks
    using (organization = current_setting('strowger.organization', true));
