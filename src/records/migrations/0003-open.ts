/**
 * Assessments that are opened and entered by hand: an import is no longer needed, rows carry a version, and an organisation
 * can have a standard that it agreed. Both tables are made anew from copies, rows first, so that no reference is ever broken.
 */
export const open = `
CREATE TABLE kept_assessment AS SELECT organisation, period, framework, import, closed, sha256 FROM assessment;
CREATE TABLE kept_row AS SELECT organisation, period, objective, content FROM assessment_row;
DROP TABLE assessment_row;
DROP TABLE assessment;

CREATE TABLE assessment (
  organisation TEXT NOT NULL REFERENCES organisation,
  period TEXT NOT NULL,
  framework TEXT NOT NULL,
  import INTEGER REFERENCES import,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  sha256 TEXT NOT NULL,
  opened_by TEXT,
  opened_at TEXT,
  PRIMARY KEY (organisation, period),
  CHECK (import IS NOT NULL OR opened_by IS NOT NULL),
  CHECK ((opened_by IS NULL) = (opened_at IS NULL))
) STRICT;

CREATE TABLE assessment_row (
  organisation TEXT NOT NULL,
  period TEXT NOT NULL,
  objective INTEGER NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 0),
  "by" TEXT,
  at TEXT,
  PRIMARY KEY (organisation, period, objective),
  FOREIGN KEY (organisation, period) REFERENCES assessment
) STRICT;

INSERT INTO assessment (organisation, period, framework, import, closed, sha256)
  SELECT organisation, period, framework, import, closed, sha256 FROM kept_assessment;
INSERT INTO assessment_row (organisation, period, objective, content, version)
  SELECT organisation, period, objective, content, 1 FROM kept_row;
DROP TABLE kept_row;
DROP TABLE kept_assessment;

CREATE TABLE agreed_standard (
  sequence INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisation,
  level INTEGER,
  agreed TEXT NOT NULL,
  from_period TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX agreed_standard_of ON agreed_standard (organisation, from_period, sequence);

CREATE INDEX journal_of ON journal (subject, sequence);
`;
