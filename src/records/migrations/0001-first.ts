/** The first tables: assessments with where they came from, circumstances, decisions on readings, and the journal. */
export const first = `
CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  framework TEXT NOT NULL,
  example TEXT
) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisation,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE finding (
  import INTEGER NOT NULL REFERENCES import,
  position INTEGER NOT NULL,
  diagnostic TEXT NOT NULL,
  PRIMARY KEY (import, position)
) STRICT;

CREATE TABLE assessment (
  organisation TEXT NOT NULL REFERENCES organisation,
  period TEXT NOT NULL,
  framework TEXT NOT NULL,
  import INTEGER NOT NULL REFERENCES import,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  sha256 TEXT NOT NULL,
  PRIMARY KEY (organisation, period)
) STRICT;

CREATE TABLE assessment_row (
  organisation TEXT NOT NULL,
  period TEXT NOT NULL,
  objective INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (organisation, period, objective),
  FOREIGN KEY (organisation, period) REFERENCES assessment
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  edited INTEGER NOT NULL CHECK (edited IN (0, 1))
) STRICT;

CREATE TABLE factor_setting (
  sequence INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisation,
  factor TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('yes', 'no', 'unknown')),
  from_period TEXT NOT NULL,
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX factor_setting_of ON factor_setting (organisation, factor, from_period, sequence);

CREATE TABLE reading_correction (
  sequence INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisation,
  objective INTEGER NOT NULL,
  period TEXT NOT NULL,
  quote TEXT NOT NULL,
  cause TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX reading_correction_of ON reading_correction (organisation, objective, period, quote, cause, sequence);

CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
`;
