import { type Command, Option } from 'commander';
import { severalPanelsSentence } from '../../app/benchmark/several-panels-sentence.ts';
import {
  changePlanRow,
  choosePlanRow,
  type PlanRowEdit,
  type PlanView,
} from '../../app/plan/change-plan-row.ts';
import {
  agreePlan,
  choosePlan,
  planHistory,
  undoPlanRow,
  withdrawPlanRow,
} from '../../app/plan/decide-plan.ts';
import { confirmAction, openActions } from '../../app/plan/open-actions.ts';
import { plan } from '../../app/plan/plan.ts';
import { planReached } from '../../app/plan/plan-reached.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import type { ActionOutcome } from '../../model/plan-row.ts';
import { adviceHeading } from '../describe/advice-heading.ts';
import {
  describeChosen,
  describeHistory,
  describeOpenActions,
  describePlan,
  describeReached,
  describeRow,
} from '../describe/describe-plan.ts';
import { organisationHeading } from '../describe/organisation-heading.ts';
import { loginName } from '../options/login-name.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { type PlanAsks, planRequestOf, withPlanAsks } from '../options/plan-asks.ts';
import { countUpTo, wholeNumber } from '../options/whole-number.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

interface PlanOptions extends CommonOptions, PlanAsks {
  readonly period?: string;
  readonly panel?: string;
  readonly choose?: boolean;
  readonly set?: number;
  readonly target?: number;
  readonly owner?: string;
  readonly action?: string;
  readonly due?: string;
  readonly reason?: string;
  readonly evidence?: string;
  readonly note?: string;
  readonly publicNote?: string;
  readonly override?: string;
  readonly version?: number;
  readonly withdraw?: number;
  readonly agree?: boolean;
  readonly agreedBy?: string;
  readonly date?: string;
  readonly minute?: string;
  readonly history?: number;
  readonly undo?: number;
  readonly reached?: boolean;
  readonly actions?: boolean;
  readonly confirm?: number;
  readonly outcome?: ActionOutcome;
  readonly by?: string;
}

const acts = [
  'choose',
  'set',
  'withdraw',
  'agree',
  'history',
  'undo',
  'reached',
  'actions',
  'confirm',
] as const;
const positive = countUpTo(999_999);

/** `plan ORG`: the best targets for the days that there are, and the plan that is kept. */
export function command(name: string): Command {
  const begun = newCommand(
    name,
    'Show the targets with the greatest gain in the officer-days that there are, why the rest is left out, and the plan as chosen. Keep, change, agree and withdraw its targets; see what was reached.',
    ({ organisation }) => [
      `plan ${organisation} --days 60`,
      `plan ${organisation} --days 60 --minimum 4=3 --effort 7=15 --choose`,
      `plan ${organisation} --set 4 --target 3 --owner "A. Officer" --due 2025-03-31`,
      `plan ${organisation} --set 4 --days 12 --version 1`,
      `plan ${organisation} --agree --by "Cabinet" --date 2024-05-01 --minute "12/24"`,
      `plan ${organisation} --actions`,
    ],
  )
    .argument('<organisation>', 'its id')
    .option('--period <period>', 'the period of the plan; the one after the latest return unless said')
    .option(
      '--panel <id>',
      'whose peers are asked how often they made a step; the one that fits unless said',
    );
  return withPlanAsks(begun, 'officer-days that there are; with --set, those of its target')
    .option('--choose', 'keep what was asked for, and take the suggestion into the plan as proposed')
    .option('--set <objective>', 'choose or change the target of an objective', positive)
    .option('--target <level>', 'its level', wholeNumber)
    .option('--owner <who>', 'who sees to it')
    .option('--action <text>', 'what is done; with --confirm, words of the action that is meant')
    .option('--due <day>', 'by when, such as 2025-03-31')
    .option('--reason <text>', 'why this target; with --withdraw, why not')
    .option('--evidence <text>', 'what will show it; for officers only')
    .option('--note <text>', 'a note for officers, in the place of those before')
    .option('--public-note <text>', 'a note for publication, in the place of those before')
    .option('--override <sentence>', 'for a target above the ceiling: why the earlier reason no longer holds')
    .option('--version <number>', 'the version of the row that the change was made from', wholeNumber)
    .option('--withdraw <objective>', 'withdraw its target; give the --reason', positive)
    .option('--agree', 'record that what is proposed is agreed; give --date and --minute')
    .option('--agreed-by <who>', 'who agreed; --by unless said')
    .option('--date <day>', 'the day on which it was agreed')
    .option('--minute <text>', 'the minute or paper that says so')
    .option('--history <objective>', 'show every change of its row', positive)
    .option('--undo <objective>', 'take the last change of its row back', positive)
    .option('--reached', 'show what was planned for a period against what was reached')
    .option('--actions', 'show what became of the actions of the last period; open ones are carried forward')
    .option('--confirm <objective>', 'say with --outcome what became of its action', positive)
    .addOption(new Option('--outcome <what>', 'what became of it').choices(['done', 'continues', 'dropped']))
    .option('--by <name>', 'who does it, for the journal; your name on this machine unless said')
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, options: PlanOptions) => {
      refuseTwo(options);
      await withWorkspace(options, async (workspace) => {
        const view = { organisation, ...(options.period === undefined ? {} : { period: options.period }) };
        if (options.choose === true) await choose(workspace, view, options);
        else if (options.set !== undefined) await set(workspace, view, options.set, options);
        else if (options.withdraw !== undefined) await withdraw(workspace, view, options.withdraw, options);
        else if (options.agree === true) await agree(workspace, view, options);
        else if (options.undo !== undefined) await undo(workspace, view, options.undo, options);
        else if (options.confirm !== undefined) await confirm(workspace, view, options.confirm, options);
        if (options.reached === true) return showReached(workspace, view, options);
        if (options.actions === true || options.confirm !== undefined)
          return showActions(workspace, view, options);
        const row = options.set ?? options.withdraw ?? options.undo ?? options.history;
        if (row !== undefined) return showRow(workspace, view, row, options);
        return showPlan(workspace, view, options);
      });
    });
}

async function showPlan(workspace: Workspace, view: PlanView, options: PlanOptions): Promise<void> {
  const { panel } = options;
  const request = await planRequestOf(workspace, view, options);
  const report = await plan(workspace, view, request, { panel: panel ?? null });
  const told = report.suggestion === null || panel !== undefined;
  const several = told ? null : severalPanelsSentence(workspace, view.organisation);
  if (several !== null) terminal.tell(`headroom: ${several}`);
  if (options.json === true) return printJson(report);
  const width = terminal.width();
  print([
    ...adviceHeading(workspace, 'plan', report, width),
    ...describePlan(report, workspace.pack(report.framework), width),
  ]);
}

async function choose(workspace: Workspace, view: PlanView, options: PlanOptions): Promise<void> {
  const done = await choosePlan(
    workspace,
    view,
    await planRequestOf(workspace, view, options),
    byOf(options),
  );
  if (options.json !== true) print(describeChosen(done, terminal.width()).slice(0, -1));
}

async function set(workspace: Workspace, view: PlanView, objective: number, options: PlanOptions) {
  const { target, owner, action, due, days, reason, evidence, override, version, note, publicNote } = options;
  const notes =
    note === undefined && publicNote === undefined
      ? undefined
      : [
          ...(note === undefined ? [] : [{ text: note, audience: 'internal' as const }]),
          ...(publicNote === undefined ? [] : [{ text: publicNote, audience: 'for-publication' as const }]),
        ];
  const edit: PlanRowEdit = {
    ...{ objective, target, owner, action, due, days, reason, evidence, override, version, notes },
    by: byOf(options),
  };
  const held = await present(workspace, view, objective);
  await (held === null || held.state === 'withdrawn' ? choosePlanRow : changePlanRow)(workspace, view, edit);
}

async function withdraw(workspace: Workspace, view: PlanView, objective: number, options: PlanOptions) {
  const version = options.version ?? (await present(workspace, view, objective))?.version;
  const reason = options.reason ?? '';
  await withdrawPlanRow(workspace, view, { objective, version, reason, by: byOf(options) });
}

async function agree(workspace: Workspace, view: PlanView, options: PlanOptions) {
  const { agreedBy, date = '', minute = '' } = options;
  const by = byOf(options);
  await agreePlan(workspace, view, { agreedBy: agreedBy ?? by, date, minute, by });
}

async function undo(workspace: Workspace, view: PlanView, objective: number, options: PlanOptions) {
  const version = options.version ?? (await present(workspace, view, objective))?.version;
  await undoPlanRow(workspace, view, { objective, version, by: byOf(options) });
}

async function confirm(workspace: Workspace, view: PlanView, objective: number, options: PlanOptions) {
  const { outcome, action } = options;
  if (outcome === undefined)
    throw new Problem('USAGE', {
      seen: '--confirm without --outcome',
      allowed: '--outcome done, continues or dropped',
      repair: 'Say what became of it.',
    });
  await confirmAction(workspace, view, { objective, outcome, action, by: byOf(options) });
}

async function present(workspace: Workspace, view: PlanView, objective: number) {
  return (await planHistory(workspace, view, objective)).changes.at(-1)?.row ?? null;
}

async function showRow(workspace: Workspace, view: PlanView, objective: number, options: PlanOptions) {
  const history = await planHistory(workspace, view, objective);
  const row = history.changes.at(-1)?.row ?? null;
  const whole = options.history !== undefined;
  if (options.json === true) return printJson(whole ? history : row);
  const width = terminal.width();
  const title = `${objective} ${history.name}, plan for ${history.period}`;
  print([
    ...organisationHeading(workspace.records.organisation(view.organisation), title, width),
    ...(whole
      ? describeHistory(history, width)
      : row === null
        ? ['No target is in the plan.']
        : describeRow(row, width)),
  ]);
}

async function showReached(workspace: Workspace, view: PlanView, options: PlanOptions) {
  const reached = await planReached(workspace, view);
  if (options.json === true) return printJson(reached);
  const width = terminal.width();
  const title = `what was planned for ${reached.period}, and reached`;
  print([
    ...organisationHeading(workspace.records.organisation(view.organisation), title, width),
    ...describeReached(reached, width),
  ]);
}

async function showActions(workspace: Workspace, view: PlanView, options: PlanOptions) {
  const actions = await openActions(workspace, view);
  if (options.json === true) return printJson(actions);
  const width = terminal.width();
  print([
    ...organisationHeading(
      workspace.records.organisation(view.organisation),
      'what became of the last actions',
      width,
    ),
    ...describeOpenActions(actions, width),
  ]);
}

function byOf({ by }: PlanOptions): string {
  return by ?? loginName();
}

function print(lines: readonly string[]): void {
  terminal.print(lines.join('\n'));
}

function refuseTwo(options: PlanOptions): void {
  const asked = acts.filter((act) => options[act] !== undefined);
  if (asked.length < 2) return;
  throw new Problem('USAGE', {
    seen: asked.map((act) => `--${act}`).join(' and '),
    allowed: `one of ${acts.map((act) => `--${act}`).join(', ')}`,
    repair: 'Do one thing at a time.',
  });
}
