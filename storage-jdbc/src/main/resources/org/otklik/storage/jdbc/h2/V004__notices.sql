-- Immutable once released: later changes come as V005, V006, …
-- What people should hear, until they heard it.

CREATE TABLE IF NOT EXISTS notice (
    seq bigint GENERATED ALWAYS AS IDENTITY (CACHE 10000) PRIMARY KEY,
    id varchar(26) NOT NULL,
    code varchar(100) NOT NULL,
    subject varchar(250) NOT NULL,
    detail varchar NOT NULL,
    recipients varchar NOT NULL,
    body varchar(100),
    happened_at timestamp(6) with time zone NOT NULL,
    due_at timestamp(6) with time zone NOT NULL,
    attempts integer NOT NULL,
    held boolean NOT NULL,
    CONSTRAINT notice_id UNIQUE (id)
);

CREATE INDEX IF NOT EXISTS notice_put_off ON notice (subject, seq);
