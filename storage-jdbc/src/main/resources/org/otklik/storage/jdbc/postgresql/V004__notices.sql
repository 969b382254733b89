-- Immutable once released: later changes come as V005, V006, …
-- What people should hear, until they heard it.

CREATE TABLE notice (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id varchar(26) COLLATE "C" NOT NULL,
    code varchar(100) COLLATE "C" NOT NULL,
    subject varchar(250) COLLATE "C" NOT NULL,
    detail text NOT NULL,
    recipients text NOT NULL,
    body varchar(100) COLLATE "C",
    happened_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    held boolean NOT NULL,
    CONSTRAINT notice_id UNIQUE (id)
) WITH (fillfactor = 90);

-- Only what was put off: the few that stand in the way of later ones about the same subject.
CREATE INDEX notice_put_off ON notice (subject, seq) WHERE attempts > 0 AND NOT held;
