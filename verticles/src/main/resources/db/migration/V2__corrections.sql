create table corrections (
    sequence        bigint      primary key,
    organization    text        not null,
    conversation_id text        not null,
    message_id      text        not null,
    head            text        not null,
    label           text        not null,
    agent           text,
    corrected_at    timestamptz not null
);
comment on table corrections is
    'What agents, or the API, say that a head should have answered for a message: examples to learn from. The latest one counts.';
comment on column corrections.agent is 'Who said so; null for the API.';
create index corrections_by_head on corrections (organization, head);
