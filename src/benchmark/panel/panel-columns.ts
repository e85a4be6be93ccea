/** The columns that a panel's file may have, in the order in which an export writes them. */
export const panelColumns = [
  'organisation',
  'framework',
  'period',
  'objective',
  'state',
  'score',
  'agreed_standard',
  'carried',
  'factors',
  'causes',
  'invented',
] as const;
export type PanelColumn = (typeof panelColumns)[number];

/** Those without which a file is no panel's. */
export const neededColumns: readonly PanelColumn[] = [
  'organisation',
  'framework',
  'period',
  'objective',
  'score',
];

/** A column that may be there; it is not read, and nothing of it is kept. */
export const passedColumn = 'name';

/** The words of a column's name that say that it holds what somebody wrote. */
export const commentWords: readonly string[] = [
  'action',
  'actions',
  'comment',
  'commentary',
  'comments',
  'criterion',
  'description',
  'evidence',
  'explanation',
  'narrative',
  'note',
  'notes',
  'quote',
  'rationale',
  'reason',
  'remark',
  'remarks',
  'text',
];
