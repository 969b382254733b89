-- Immutable once released: later changes come as V003, V004, …
-- Adds only, so that nodes of the release before go on beside nodes of this one. Building the indexes holds up writers.

-- The words of what belongs to an incident. Content is JSON of the desk, read here as plain text: what is no JSON must
-- not keep a post from being stored. The expressions stand in the same words in queries.
CREATE INDEX post_words ON post USING gin (
    to_tsvector('pg_catalog.russian', translate(regexp_replace(left(
        substring(content from '"text":"((?:[^"\\]|\\.)*)"'), 100000), '\\(?:u[0-9a-f]{4}|.)', ' ', 'g'), 'ёЁ', 'еЕ'))
) WHERE incident IS NOT NULL;

CREATE INDEX free_text_words ON free_text USING gin (
    to_tsvector('pg_catalog.russian', translate(left(content, 100000), 'ёЁ', 'еЕ'))
) WHERE owner_kind = 'INCIDENT';

-- Events from the first up to an archived one; an era is the latest year that an event up to there happened in, so
-- that each partition holds an unbroken run of sequences and can be dumped or dropped as a whole.
CREATE TABLE event_history (
    sequence bigint NOT NULL,
    era integer NOT NULL,
    stream_kind varchar(12) COLLATE "C" NOT NULL,
    stream_id varchar(250) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    type varchar(100) COLLATE "C" NOT NULL,
    happened_at timestamptz NOT NULL,
    actor text NOT NULL,
    payload text NOT NULL,
    hash varchar(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (sequence, era)
) PARTITION BY LIST (era);

CREATE INDEX event_history_in_stream ON event_history (stream_kind, stream_id, version);

-- Who saw or erased whose name: only ever added to.
CREATE TABLE person_access (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened_at timestamptz NOT NULL,
    actor text NOT NULL,
    action varchar(16) COLLATE "C" NOT NULL,
    person varchar(32) COLLATE "C" NOT NULL,
    subject varchar(250) COLLATE "C" NOT NULL,
    reason text NOT NULL
);

CREATE INDEX person_access_by_person ON person_access (person, seq);

CREATE INDEX person_access_by_time ON person_access (happened_at, seq);
