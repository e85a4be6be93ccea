/** Access: who may sign in, and the visits of those who did. */
export const access = `
CREATE TABLE account (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'editor')),
  password TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  token TEXT PRIMARY KEY,
  previous TEXT,
  form TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  used TEXT NOT NULL,
  rotated TEXT NOT NULL,
  ends TEXT NOT NULL,
  idle INTEGER NOT NULL
) STRICT;

CREATE INDEX session_previous ON session (previous);
CREATE INDEX session_account ON session (account);
`;
