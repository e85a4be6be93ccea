/** Plans: every version of every row, what each plan was asked for, and what became of actions. */
export const plan = `
CREATE TABLE plan_change (
  organisation TEXT NOT NULL REFERENCES organisation,
  period TEXT NOT NULL,
  objective INTEGER NOT NULL,
  version INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('choose', 'change', 'withdraw', 'agree', 'undo')),
  row TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (organisation, period, objective, version)
) STRICT;

CREATE TABLE plan_settings (
  organisation TEXT NOT NULL REFERENCES organisation,
  period TEXT NOT NULL,
  request TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (organisation, period)
) STRICT;

CREATE TABLE confirmed_action (
  organisation TEXT NOT NULL REFERENCES organisation,
  period TEXT NOT NULL,
  objective INTEGER NOT NULL,
  action TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'continues', 'dropped')),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (organisation, period, objective, action)
) STRICT;
`;
