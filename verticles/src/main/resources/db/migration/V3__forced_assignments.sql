create table forced_assignments (
    sequence        bigint      primary key,
    organization    text        not null,
    conversation_id text        not null,
    agent           text        not null,
    over_capacity   boolean     not null,
    forced_by       text        not null,
    forced_at       timestamptz not null
);
comment on table forced_assignments is 'What a supervisor gave to an agent, whatever queue, skills and capacity said.';
comment on column forced_assignments.over_capacity is 'Whether the agent then had more than the capacity allows.';
comment on column forced_assignments.forced_by is 'The subject of the token.';
create index forced_assignments_by_organization on forced_assignments (organization, forced_at);
alter table forced_assignments enable row level security;
create policy own_organization on forced_assignments
    using (organization = current_setting('strowger.organization', true));

comment on table assignments is 'Who handled what: active, dormant, wrap_up, completed, transferred or returned.';
