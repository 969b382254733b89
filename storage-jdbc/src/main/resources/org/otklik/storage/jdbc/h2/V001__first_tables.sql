-- Immutable once released: later changes come as V002, V003, …
-- H2 commits each statement by itself, so every statement can be run again after a crash.

CREATE TABLE IF NOT EXISTS post (
    native_id varchar(200) NOT NULL,
    network varchar(32) NOT NULL,
    version bigint NOT NULL,
    published_at timestamp(6) with time zone NOT NULL,
    captured_at timestamp(6) with time zone NOT NULL,
    source varchar NOT NULL,
    author varchar(32),
    parent varchar(240),
    content_hash varchar NOT NULL,
    revision integer NOT NULL,
    deleted_at timestamp(6) with time zone,
    content varchar,
    signal varchar(16) NOT NULL,
    decision varchar,
    incident varchar(26),
    origin varchar(26),
    answer varchar(10) NOT NULL,
    stream_version bigint NOT NULL,
    stream_hash varchar(64) NOT NULL,
    -- The native id stands first: H2 looks up many of them at once only by the first column of an index.
    PRIMARY KEY (native_id, network)
);

CREATE INDEX IF NOT EXISTS post_by_signal ON post (signal, published_at, network, native_id);

CREATE INDEX IF NOT EXISTS post_by_incident ON post (incident, published_at, network, native_id);

-- No index by author: authors come in no order, so that on a file it would double what each insert writes, while the
-- posts of one author are asked for only when somebody demands his data or their erasure.

CREATE TABLE IF NOT EXISTS post_revision (
    native_id varchar(200) NOT NULL,
    network varchar(32) NOT NULL,
    number integer NOT NULL,
    kind varchar(10) NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    content_hash varchar NOT NULL,
    content varchar,
    PRIMARY KEY (native_id, network, number)
);

-- Only what waits for a decision; a decided post leaves it. The cache of the sequence is large, because H2 commits and
-- writes each time it is used up.
CREATE TABLE IF NOT EXISTS capture_queue (
    seq bigint GENERATED ALWAYS AS IDENTITY (CACHE 10000) PRIMARY KEY,
    native_id varchar(200) NOT NULL,
    network varchar(32) NOT NULL,
    captured_at timestamp(6) with time zone NOT NULL,
    owner varchar,
    lease_until timestamp(6) with time zone NOT NULL,
    attempts integer NOT NULL,
    CONSTRAINT capture_queue_post UNIQUE (native_id, network)
);

CREATE INDEX IF NOT EXISTS capture_queue_in_order ON capture_queue (captured_at, seq);

CREATE TABLE IF NOT EXISTS event (
    sequence bigint NOT NULL PRIMARY KEY,
    stream_kind varchar(12) NOT NULL,
    stream_id varchar(250) NOT NULL,
    version bigint NOT NULL,
    type varchar(100) NOT NULL,
    happened_at timestamp(6) with time zone NOT NULL,
    actor varchar NOT NULL,
    payload varchar NOT NULL,
    hash varchar(64) NOT NULL,
    CONSTRAINT event_in_stream UNIQUE (stream_kind, stream_id, version)
);

-- One row: its lock puts events into the order of commits.
CREATE TABLE IF NOT EXISTS event_counter (
    id integer NOT NULL PRIMARY KEY,
    last_sequence bigint NOT NULL
);

INSERT INTO event_counter (id, last_sequence)
SELECT 1, 0 WHERE NOT EXISTS (SELECT 1 FROM event_counter);

CREATE TABLE IF NOT EXISTS number_series (
    series varchar(100) NOT NULL PRIMARY KEY,
    last_number bigint NOT NULL
);

CREATE TABLE IF NOT EXISTS incident (
    id varchar(26) NOT NULL PRIMARY KEY,
    number varchar(100) NOT NULL,
    version bigint NOT NULL,
    stream_hash varchar(64) NOT NULL,
    state varchar(16) NOT NULL,
    open boolean NOT NULL,
    kind varchar(16) NOT NULL,
    topic varchar(80),
    lead_body varchar(80),
    municipality varchar(80),
    severity varchar(16) NOT NULL,
    registered_at timestamp(6) with time zone NOT NULL,
    -- The last day of the year 9999 stands for none, so that one index serves the order.
    due timestamp(6) with time zone NOT NULL,
    network varchar(32) NOT NULL,
    bodies varchar NOT NULL,
    unroutable boolean NOT NULL,
    updated_at timestamp(6) with time zone NOT NULL,
    snapshot varchar NOT NULL,
    CONSTRAINT incident_number UNIQUE (number)
);

CREATE INDEX IF NOT EXISTS incident_by_due ON incident (due, id);

CREATE INDEX IF NOT EXISTS incident_open_by_due ON incident (open, due, id);

CREATE INDEX IF NOT EXISTS incident_of_lead_by_due ON incident (lead_body, open, due, id);

CREATE INDEX IF NOT EXISTS incident_by_registration ON incident (registered_at, id);

-- Apart from the incident, so that attaching a post rewrites no snapshot.
CREATE TABLE IF NOT EXISTS incident_counter (
    incident varchar(26) NOT NULL PRIMARY KEY,
    posts integer NOT NULL,
    awaiting integer NOT NULL,
    last_published_at timestamp(6) with time zone NOT NULL
);

-- Which bodies have a part in an incident, with the columns that a body's list is ordered by.
CREATE TABLE IF NOT EXISTS incident_body (
    incident varchar(26) NOT NULL,
    body varchar(80) NOT NULL,
    open boolean NOT NULL,
    due timestamp(6) with time zone NOT NULL,
    registered_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (incident, body)
);

CREATE INDEX IF NOT EXISTS incident_body_by_due ON incident_body (body, open, due, incident);

CREATE INDEX IF NOT EXISTS incident_body_by_registration ON incident_body (body, registered_at, incident);

CREATE TABLE IF NOT EXISTS instruction (
    id varchar(26) NOT NULL PRIMARY KEY,
    number varchar(100) NOT NULL,
    version bigint NOT NULL,
    stream_hash varchar(64) NOT NULL,
    state varchar(24) NOT NULL,
    executors varchar NOT NULL,
    incidents varchar NOT NULL,
    issued_at timestamp(6) with time zone NOT NULL,
    deadline timestamp(6) with time zone NOT NULL,
    updated_at timestamp(6) with time zone NOT NULL,
    snapshot varchar NOT NULL
);

CREATE INDEX IF NOT EXISTS instruction_by_issue ON instruction (issued_at, id);

CREATE TABLE IF NOT EXISTS instruction_incident (
    incident varchar(26) NOT NULL,
    instruction varchar(26) NOT NULL,
    PRIMARY KEY (incident, instruction)
);

CREATE INDEX IF NOT EXISTS instruction_incident_by_instruction ON instruction_incident (instruction);

CREATE TABLE IF NOT EXISTS free_text (
    owner_kind varchar(12) NOT NULL,
    owner_id varchar(250) NOT NULL,
    text_key varchar(250) NOT NULL,
    content varchar NOT NULL,
    author varchar(32),
    written_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (owner_kind, owner_id, text_key)
);

CREATE INDEX IF NOT EXISTS free_text_by_author ON free_text (author);

CREATE TABLE IF NOT EXISTS author (
    pseudonym varchar(32) NOT NULL PRIMARY KEY,
    network varchar(32) NOT NULL,
    native_id varchar(200) NOT NULL,
    display_name varchar,
    seen_at timestamp(6) with time zone NOT NULL
);

CREATE TABLE IF NOT EXISTS deadline (
    seq bigint GENERATED ALWAYS AS IDENTITY (CACHE 10000) PRIMARY KEY,
    owner_kind varchar(12) NOT NULL,
    owner_id varchar(250) NOT NULL,
    deadline_key varchar(250) NOT NULL,
    due_at timestamp(6) with time zone NOT NULL,
    CONSTRAINT deadline_of_owner UNIQUE (owner_kind, owner_id, deadline_key)
);

CREATE INDEX IF NOT EXISTS deadline_in_order ON deadline (due_at, owner_kind, owner_id, deadline_key);

CREATE TABLE IF NOT EXISTS outbox (
    id varchar(26) NOT NULL PRIMARY KEY,
    incident varchar(26) NOT NULL,
    draft varchar(26) NOT NULL,
    target_native_id varchar(200) NOT NULL,
    target_network varchar(32) NOT NULL,
    account varchar(140) NOT NULL,
    state varchar(12) NOT NULL,
    due_at timestamp(6) with time zone NOT NULL,
    attempt integer NOT NULL,
    owner varchar,
    lease_until timestamp(6) with time zone,
    claimed_at timestamp(6) with time zone,
    native_reply_id varchar
);

CREATE INDEX IF NOT EXISTS outbox_in_order ON outbox (due_at, id);

CREATE TABLE IF NOT EXISTS lease (
    name varchar(400) NOT NULL PRIMARY KEY,
    owner varchar NOT NULL,
    lease_until timestamp(6) with time zone NOT NULL
);

CREATE TABLE IF NOT EXISTS stored_value (
    scope varchar(100) NOT NULL,
    value_key varchar(400) NOT NULL,
    content varchar NOT NULL,
    PRIMARY KEY (scope, value_key)
);
