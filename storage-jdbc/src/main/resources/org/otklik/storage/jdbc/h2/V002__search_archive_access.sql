-- Adds only, so that nodes of the release before go on beside nodes of this one.
-- H2 commits each statement by itself, so every statement can be run again after a crash.

-- Events from the first up to an archived one; an era is the latest year that an event up to there happened in.
CREATE TABLE IF NOT EXISTS event_history (
    sequence bigint NOT NULL,
    era integer NOT NULL,
    stream_kind varchar(12) NOT NULL,
    stream_id varchar(250) NOT NULL,
    version bigint NOT NULL,
    type varchar(100) NOT NULL,
    happened_at timestamp(6) with time zone NOT NULL,
    actor varchar NOT NULL,
    payload varchar NOT NULL,
    hash varchar(64) NOT NULL,
    PRIMARY KEY (sequence)
);

CREATE INDEX IF NOT EXISTS event_history_in_stream ON event_history (stream_kind, stream_id, version);

-- Who saw or erased whose name: only ever added to.
CREATE TABLE IF NOT EXISTS person_access (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened_at timestamp(6) with time zone NOT NULL,
    actor varchar NOT NULL,
    action varchar(16) NOT NULL,
    person varchar(32) NOT NULL,
    subject varchar(250) NOT NULL,
    reason varchar NOT NULL
);

CREATE INDEX IF NOT EXISTS person_access_by_person ON person_access (person, seq);

CREATE INDEX IF NOT EXISTS person_access_by_time ON person_access (happened_at, seq);
