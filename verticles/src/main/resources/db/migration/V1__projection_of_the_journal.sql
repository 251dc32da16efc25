-- Everything here is derived from the journal by the projection "postgres" and can be rebuilt from it.
-- Instants are those of the journal's records. Ids are the ones of the API.

create table projection_position (
    name       text        primary key,
    sequence   bigint      not null,
    updated_at timestamptz not null default now()
);
comment on table projection_position is
    'How far each projection is: its last journal record, written in the same transaction as the rows.';
insert into projection_position (name, sequence) values ('postgres', 0);

create table organizations (
    organization          text        primary key,
    number                integer     not null unique,
    configuration_version bigint      not null,
    fallback_queue        text        not null,
    configured_at         timestamptz not null,
    sequence              bigint      not null
);
comment on table organizations is 'The companies that own everything else.';
comment on column organizations.number is 'Stands for the organization in journal records.';

create table queues (
    organization        text    not null,
    queue               text    not null,
    name                text    not null,
    place               integer not null,
    order_policy        text    not null,
    strategy            text    not null,
    priority            integer not null,
    requirements        text[]  not null,
    offer_timeout_nanos bigint  not null,
    wrap_up_nanos       bigint  not null,
    auto_accept         boolean not null,
    configured          boolean not null,
    primary key (organization, queue)
);
comment on table queues is 'Queues as configured; a removed one stays with configured = false.';
comment on column queues.requirements is 'Skills and levels, as skill>=level.';

create table agents (
    organization text        not null,
    agent        text        not null,
    name         text        not null,
    place        integer     not null,
    capacity     integer     not null,
    skills       text[]      not null,
    queues       text[]      not null,
    configured   boolean     not null,
    status       text        not null default 'offline',
    status_since timestamptz,
    connected    boolean     not null default false,
    lost         boolean     not null default false,
    primary key (organization, agent)
);
comment on table agents is 'Agents as configured, and their presence; a removed one stays with configured = false.';
comment on column agents.lost is 'Whether the grace for a lost session is over.';

create table conversations (
    conversation_id  text        primary key,
    organization     text        not null,
    channel          text        not null,
    external_id      text,
    contact_id       text,
    contact_name     text,
    contact_tier     text,
    contact_language text,
    base_state       text        not null,
    pending_offers   integer     not null,
    state            text        generated always as
        (case when base_state = 'queued' and pending_offers > 0 then 'offered' else base_state end) stored,
    queue            text,
    priority         integer     not null,
    rule             text,
    agent            text,
    stay             integer     not null,
    requeues         integer     not null,
    tags             text[]      not null,
    language         text,
    intent           text,
    sentiment        text,
    emotion          text,
    urgency          text,
    sentiment_score  real,
    message_count    bigint      not null,
    opened_at        timestamptz not null,
    last_message_at  timestamptz,
    queued_at        timestamptz,
    assigned_at      timestamptz,
    ended_at         timestamptz,
    sequence         bigint      not null
);
comment on table conversations is 'The routed unit: where each one stands.';
comment on column conversations.external_id is 'The source''s id of the conversation.';
comment on column conversations.base_state is 'The state without regard to offers.';
comment on column conversations.agent is 'Who handles it or did last; null while it waits.';
comment on column conversations.sequence is 'The last journal record that changed it.';
create index conversations_by_state on conversations (organization, state, queue);
create index conversations_by_contact on conversations (organization, contact_id, opened_at);

create table messages (
    sequence              bigint      primary key,
    message_id            text        not null unique,
    organization          text        not null,
    channel               text        not null,
    external_id           text,
    conversation_id       text        not null,
    contact_id            text,
    contact_name          text,
    contact_tier          text,
    contact_language      text,
    text                  text        not null,
    attributes            jsonb       not null,
    received_at           timestamptz not null,
    model_version         bigint,
    language              text,
    language_confidence   real,
    intent                text,
    intent_confidence     real,
    sentiment             text,
    sentiment_confidence  real,
    sentiment_score       real,
    emotion               text,
    emotion_confidence    real,
    urgency               text,
    urgency_confidence    real
);
comment on table messages is 'Every accepted message, once, with its analysis.';
comment on column messages.sequence is 'The journal record that holds it; message_id is derived from it.';
create index messages_by_conversation on messages (conversation_id, sequence);
create index messages_by_external_id on messages (organization, channel, external_id);

create table offers (
    offer_id        text        primary key,
    organization    text        not null,
    conversation_id text        not null,
    agent           text        not null,
    queue           text        not null,
    cost            integer     not null,
    eligible_agents integer     not null,
    state           text        not null,
    offered_at      timestamptz not null,
    expires_at      timestamptz not null,
    ended_at        timestamptz,
    sequence        bigint      not null
);
comment on table offers is 'Proposals to agents: pending, accepted, declined, expired, rescinded, revoked or cancelled.';
comment on column offers.eligible_agents is 'How many could have been asked, counted up to a small limit.';
create index offers_by_conversation on offers (conversation_id);
create index offers_by_agent on offers (organization, agent, offered_at);

create table assignments (
    assignment_id   text        primary key,
    organization    text        not null,
    conversation_id text        not null,
    agent           text        not null,
    cost            integer     not null,
    state           text        not null,
    assigned_at     timestamptz not null,
    wrap_up_at      timestamptz,
    ended_at        timestamptz,
    sequence        bigint      not null
);
comment on table assignments is 'Who handled what: active, wrap_up, completed, transferred or returned.';
create index assignments_by_conversation on assignments (conversation_id);
create index assignments_by_agent on assignments (organization, agent, assigned_at);

create table decisions (
    sequence              bigint      not null,
    ordinal               integer     not null,
    organization          text        not null,
    conversation_id       text        not null,
    kind                  text        not null,
    queue                 text        not null,
    priority              integer,
    rule                  text,
    reason                text,
    configuration_version bigint,
    requirements          text[],
    tags                  text[],
    agent                 text,
    eligible_agents       integer,
    strategy_key          bigint,
    decided_at            timestamptz not null,
    primary key (sequence, ordinal)
);
comment on table decisions is 'What was decided and by which rule: kind queue (where it waits) or offer (who was asked).';
create index decisions_by_conversation on decisions (conversation_id);

-- A role that does not own the tables sees one organization only: the one in the setting strowger.organization.
do $$
declare
    name text;
begin
    foreach name in array array['organizations', 'queues', 'agents', 'conversations', 'messages', 'offers', 'assignments',
                                'decisions']
    loop
        execute format('alter table %I enable row level security', name);
        execute format(
            'create policy own_organization on %I using (organization = current_setting(''strowger.organization'', true))',
            name);
    end loop;
end
$$;
