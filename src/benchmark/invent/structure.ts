/**
 * How invented scores come about; `docs/invented-data.md` says the same in words. Chances are in a thousand, for one
 * organisation and objective in one period unless said; spreads are standard deviations in hundredths of the scale.
 */
export const structure = {
  /** Where the middle of all first scores lies, in hundredths of the scale. */
  centre: 45,
  spread: { organisation: 17, section: 8, objective: 13, rest: 12 },
  /** Organisations that begin later than the first period, and those that leave before the last. */
  beginsLate: 100,
  leavesEarly: 60,
  /** An organisation answers in a period. */
  answers: 940,
  notApplicable: 15,
  notScored: 12,
  /** A first score that is written as on the way to the next level. */
  workingTowards: 300,
  /** What is under way is completed; a level is begun; a level is reached at once, from the lowest and the highest. */
  completes: 450,
  begins: 110,
  rises: { fromLowest: 150, fromHighest: 15 },
  falls: 30,
  /** How fast an organisation and a period are, in hundredths of these chances. */
  pace: { organisation: [60, 140], period: [80, 120] },
  /** A reason for a cap is there from the start, or arises; it ends, by who could lift it. */
  cause: { atStart: 160, arises: 40, ends: { external: 90, internal: 250 } },
  /** Of causes, those that are the objective's usual one. */
  usualCause: 500,
  /** Organisations that give causes; causes that they have confirmed. */
  givesCauses: 700,
  confirmed: 600,
  /** A circumstance is there at the start, at least and at most; comes later; is told. */
  factor: { least: 150, most: 550, comes: 60, told: 750 },
  /** Organisations with an agreed standard; rows at it that rest on it; rows below it that are raised to it. */
  agreedStandard: { organisations: 160, rests: 300, raised: 300 },
  /** A score that did not change is carried over without a new look. */
  carried: 150,
  /** Rows of the example with a comment; the comments are those of the pack's worked cases. */
  commented: 350,
} as const;
