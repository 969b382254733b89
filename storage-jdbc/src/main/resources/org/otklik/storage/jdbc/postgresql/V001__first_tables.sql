-- Immutable once released: later changes come as V002, V003, …
-- Keys compare by code points: their order is the same in every database and cheap.

CREATE TABLE post (
    native_id varchar(200) COLLATE "C" NOT NULL,
    network varchar(32) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    published_at timestamptz NOT NULL,
    captured_at timestamptz NOT NULL,
    source text NOT NULL,
    author varchar(32) COLLATE "C",
    parent varchar(240) COLLATE "C",
    content_hash text NOT NULL,
    revision integer NOT NULL,
    deleted_at timestamptz,
    content text,
    signal varchar(16) COLLATE "C" NOT NULL,
    decision text,
    incident varchar(26) COLLATE "C",
    origin varchar(26) COLLATE "C",
    answer varchar(10) COLLATE "C" NOT NULL,
    stream_version bigint NOT NULL,
    stream_hash varchar(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (native_id, network)
);

CREATE INDEX post_by_signal ON post (signal, published_at, network, native_id);

CREATE INDEX post_by_incident ON post (incident, published_at, network, native_id) WHERE incident IS NOT NULL;

CREATE INDEX post_by_author ON post (author);

CREATE TABLE post_revision (
    native_id varchar(200) COLLATE "C" NOT NULL,
    network varchar(32) COLLATE "C" NOT NULL,
    number integer NOT NULL,
    kind varchar(10) COLLATE "C" NOT NULL,
    changed_at timestamptz NOT NULL,
    content_hash text NOT NULL,
    content text,
    PRIMARY KEY (native_id, network, number)
);

-- Only what waits for a decision; a decided post leaves it.
CREATE TABLE capture_queue (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    native_id varchar(200) COLLATE "C" NOT NULL,
    network varchar(32) COLLATE "C" NOT NULL,
    captured_at timestamptz NOT NULL,
    owner text,
    lease_until timestamptz NOT NULL,
    attempts integer NOT NULL,
    CONSTRAINT capture_queue_post UNIQUE (native_id, network)
) WITH (fillfactor = 70);

CREATE INDEX capture_queue_in_order ON capture_queue (captured_at, seq);

CREATE TABLE event (
    sequence bigint NOT NULL PRIMARY KEY,
    stream_kind varchar(12) COLLATE "C" NOT NULL,
    stream_id varchar(250) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    type varchar(100) COLLATE "C" NOT NULL,
    happened_at timestamptz NOT NULL,
    actor text NOT NULL,
    payload text NOT NULL,
    hash varchar(64) COLLATE "C" NOT NULL,
    CONSTRAINT event_in_stream UNIQUE (stream_kind, stream_id, version)
);

-- One row: its lock puts events into the order of commits.
CREATE TABLE event_counter (
    id integer NOT NULL PRIMARY KEY,
    last_sequence bigint NOT NULL
) WITH (fillfactor = 70);

INSERT INTO event_counter (id, last_sequence) VALUES (1, 0);

CREATE TABLE number_series (
    series varchar(100) COLLATE "C" NOT NULL PRIMARY KEY,
    last_number bigint NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE incident (
    id varchar(26) COLLATE "C" NOT NULL PRIMARY KEY,
    number varchar(100) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    stream_hash varchar(64) COLLATE "C" NOT NULL,
    state varchar(16) COLLATE "C" NOT NULL,
    open boolean NOT NULL,
    kind varchar(16) COLLATE "C" NOT NULL,
    topic varchar(80) COLLATE "C",
    lead_body varchar(80) COLLATE "C",
    municipality varchar(80) COLLATE "C",
    severity varchar(16) COLLATE "C" NOT NULL,
    registered_at timestamptz NOT NULL,
    -- The last day of the year 9999 stands for none, so that one index serves the order.
    due timestamptz NOT NULL,
    network varchar(32) COLLATE "C" NOT NULL,
    bodies text NOT NULL,
    unroutable boolean NOT NULL,
    updated_at timestamptz NOT NULL,
    snapshot text NOT NULL,
    CONSTRAINT incident_number UNIQUE (number)
) WITH (fillfactor = 70);

CREATE INDEX incident_by_due ON incident (due, id);

CREATE INDEX incident_open_by_due ON incident (open, due, id);

CREATE INDEX incident_of_lead_by_due ON incident (lead_body, open, due, id);

CREATE INDEX incident_by_registration ON incident (registered_at, id);

-- Apart from the incident, so that attaching a post rewrites no snapshot.
CREATE TABLE incident_counter (
    incident varchar(26) COLLATE "C" NOT NULL PRIMARY KEY,
    posts integer NOT NULL,
    awaiting integer NOT NULL,
    last_published_at timestamptz NOT NULL
) WITH (fillfactor = 70);

-- Which bodies have a part in an incident, with the columns that a body's list is ordered by.
CREATE TABLE incident_body (
    incident varchar(26) COLLATE "C" NOT NULL,
    body varchar(80) COLLATE "C" NOT NULL,
    open boolean NOT NULL,
    due timestamptz NOT NULL,
    registered_at timestamptz NOT NULL,
    PRIMARY KEY (incident, body)
);

CREATE INDEX incident_body_by_due ON incident_body (body, open, due, incident);

CREATE INDEX incident_body_by_registration ON incident_body (body, registered_at, incident);

CREATE TABLE instruction (
    id varchar(26) COLLATE "C" NOT NULL PRIMARY KEY,
    number varchar(100) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    stream_hash varchar(64) COLLATE "C" NOT NULL,
    state varchar(24) COLLATE "C" NOT NULL,
    executors text NOT NULL,
    incidents text NOT NULL,
    issued_at timestamptz NOT NULL,
    deadline timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    snapshot text NOT NULL
);

CREATE INDEX instruction_by_issue ON instruction (issued_at, id);

CREATE TABLE instruction_incident (
    incident varchar(26) COLLATE "C" NOT NULL,
    instruction varchar(26) COLLATE "C" NOT NULL,
    PRIMARY KEY (incident, instruction)
);

CREATE INDEX instruction_incident_by_instruction ON instruction_incident (instruction);

CREATE TABLE free_text (
    owner_kind varchar(12) COLLATE "C" NOT NULL,
    owner_id varchar(250) COLLATE "C" NOT NULL,
    text_key varchar(250) COLLATE "C" NOT NULL,
    content text NOT NULL,
    author varchar(32) COLLATE "C",
    written_at timestamptz NOT NULL,
    PRIMARY KEY (owner_kind, owner_id, text_key)
);

CREATE INDEX free_text_by_author ON free_text (author) WHERE author IS NOT NULL;

CREATE TABLE author (
    pseudonym varchar(32) COLLATE "C" NOT NULL PRIMARY KEY,
    network varchar(32) COLLATE "C" NOT NULL,
    native_id varchar(200) COLLATE "C" NOT NULL,
    display_name text,
    seen_at timestamptz NOT NULL
);

CREATE TABLE deadline (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_kind varchar(12) COLLATE "C" NOT NULL,
    owner_id varchar(250) COLLATE "C" NOT NULL,
    deadline_key varchar(250) COLLATE "C" NOT NULL,
    due_at timestamptz NOT NULL,
    CONSTRAINT deadline_of_owner UNIQUE (owner_kind, owner_id, deadline_key)
);

CREATE INDEX deadline_in_order ON deadline (due_at, owner_kind, owner_id, deadline_key);

CREATE TABLE outbox (
    id varchar(26) COLLATE "C" NOT NULL PRIMARY KEY,
    incident varchar(26) COLLATE "C" NOT NULL,
    draft varchar(26) COLLATE "C" NOT NULL,
    target_native_id varchar(200) COLLATE "C" NOT NULL,
    target_network varchar(32) COLLATE "C" NOT NULL,
    account varchar(140) COLLATE "C" NOT NULL,
    state varchar(12) COLLATE "C" NOT NULL,
    due_at timestamptz NOT NULL,
    attempt integer NOT NULL,
    owner text,
    lease_until timestamptz,
    claimed_at timestamptz,
    native_reply_id text
) WITH (fillfactor = 70);

CREATE INDEX outbox_in_order ON outbox (due_at, id);

CREATE TABLE lease (
    name varchar(400) COLLATE "C" NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    lease_until timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE stored_value (
    scope varchar(100) COLLATE "C" NOT NULL,
    value_key varchar(400) COLLATE "C" NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (scope, value_key)
) WITH (fillfactor = 70);
