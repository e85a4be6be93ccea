import type { Command } from 'commander';

/** A command as it is found: what it does in a line, and the file that has it, loaded when it is called. */
export interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: (name: string) => Command }>;
}

/** Every command, in the order in which help shows them. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  serve: { summary: 'Answer on this machine with pages and data', load: () => import('./commands/serve.ts') },
  advise: {
    summary: 'Suggest a target for every objective, with its ceiling',
    load: () => import('./commands/advise.ts'),
  },
  capped: {
    summary: 'Show what is capped, by what, and who could lift it',
    load: () => import('./commands/capped.ts'),
  },
  unlock: {
    summary: 'Show which circumstances would raise which ceilings',
    load: () => import('./commands/unlock.ts'),
  },
  circumstances: {
    summary: 'Show and record the circumstances that ceilings depend on',
    load: () => import('./commands/circumstances.ts'),
  },
  explain: {
    summary: 'Show one objective with every word that its advice rests on',
    load: () => import('./commands/explain.ts'),
  },
  review: {
    summary: 'Show what was read from comments, and confirm, correct or dismiss it',
    load: () => import('./commands/review.ts'),
  },
  criteria: {
    summary: 'Show which statements of an objective are met, and answer them',
    load: () => import('./commands/criteria.ts'),
  },
  evidence: {
    summary: 'Show, add or remove the evidence for an objective',
    load: () => import('./commands/evidence.ts'),
  },
  plan: {
    summary: 'Choose targets for the days that there are, and keep the plan',
    load: () => import('./commands/plan.ts'),
  },
  open: {
    summary: 'Enter this year’s assessment, row by row, and close it',
    load: () => import('./commands/open.ts'),
  },
  trends: {
    summary: 'Show how the scores moved, and what became of actions',
    load: () => import('./commands/trends.ts'),
  },
  benchmark: {
    summary: 'Set an organisation beside others: positions, uptake, what caps them',
    load: () => import('./commands/benchmark.ts'),
  },
  render: { summary: 'Draw a chart, or write its data', load: () => import('./commands/render.ts') },
  report: {
    summary: 'Write one page with everything, for any browser',
    load: () => import('./commands/report.ts'),
  },
  export: {
    summary: 'Write the appendix for a committee, or advice, as a file',
    load: () => import('./commands/export.ts'),
  },
  template: {
    summary: 'Write a form to enter a return in, for Excel or Word',
    load: () => import('./commands/template.ts'),
  },
  contribute: {
    summary: 'Write the rows that a panel of many organisations needs',
    load: () => import('./commands/contribute.ts'),
  },
  import: {
    summary: 'Read a self-assessment into the workspace',
    load: () => import('./commands/import.ts'),
  },
  organisations: {
    summary: 'Keep the register of organisations that panels are joined to',
    load: () => import('./commands/organisations.ts'),
  },
  neighbours: {
    summary: 'Keep the nearest neighbours that an organisation is compared with',
    load: () => import('./commands/neighbours.ts'),
  },
  panel: {
    summary: 'Keep the scores of many organisations, to compare one with',
    load: () => import('./commands/panel.ts'),
  },
  published: {
    summary: 'Keep averages that somebody else published, with their source',
    load: () => import('./commands/published.ts'),
  },
  rules: {
    summary: 'Check, test, prove and time rules, write them out, or begin new ones',
    load: () => import('./commands/rules.ts'),
  },
  user: {
    summary: 'Say who may sign in to the pages, and who may change what they show',
    load: () => import('./commands/user.ts'),
  },
  init: { summary: 'Make a workspace, with the example or empty', load: () => import('./commands/init.ts') },
  backup: {
    summary: 'Copy the workspace to one file, or restore it',
    load: () => import('./commands/backup.ts'),
  },
};
