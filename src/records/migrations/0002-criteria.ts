/** Wording of criteria that officers paste, answers to statements, and evidence for rows. */
export const criteria = `
CREATE TABLE pasted_wording (
  framework TEXT NOT NULL,
  objective INTEGER NOT NULL,
  level INTEGER NOT NULL,
  lines TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (framework, objective, level)
) STRICT;

CREATE TABLE statement_answer (
  organisation TEXT NOT NULL REFERENCES organisation,
  period TEXT NOT NULL,
  objective INTEGER NOT NULL,
  level INTEGER NOT NULL,
  text TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('met', 'not-met', 'not-evidenced')),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (organisation, period, objective, level, text)
) STRICT;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organisation TEXT NOT NULL REFERENCES organisation,
  period TEXT NOT NULL,
  objective INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('link', 'document')),
  target TEXT NOT NULL,
  owner TEXT NOT NULL,
  date TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_of ON evidence (organisation, period, objective, id);
`;
