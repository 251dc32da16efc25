create table exceptions (
    sequence        bigint      not null,
    number          integer     not null,
    organization    text        not null,
    conversation_id text        not null,
    kind            text        not null,
    exception       text,
    action          text        not null,
    queue           text,
    text            text,
    at              timestamptz not null,
    primary key (sequence, number)
);
comment on table exceptions is 'What happened to waiting conversations by exception rules: raised, requested of others, or a move that was refused because there were too many.';
comment on column exceptions.number is 'Place among the rows of the same record, from 0.';
comment on column exceptions.action is 'Of raised: what set the rule off; of requested: callback, notify, auto_reply or human_review.';
comment on column exceptions.queue is 'Of raised: where it waited; of move_refused: where it was to go.';
create index exceptions_by_organization on exceptions (organization, at);
create index exceptions_by_conversation on exceptions (conversation_id, at);
alter table exceptions enable row level security;
create policy own_organization on exceptions
    using (organization = current_setting('strowger.organization', true));
