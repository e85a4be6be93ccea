import { type Command, InvalidArgumentError } from 'commander';
import { type RulesTest, testRules } from '../../../app/rules/test-rules.ts';
import { countedNoun } from '../../../model/counted-noun.ts';
import { describeReading } from '../../describe/describe-reading.ts';
import { describeSqlAgreement, isSqlFinding } from '../../describe/describe-sql-agreement.ts';
import { table } from '../../describe/table.ts';
import { indented, wrap } from '../../describe/wrap.ts';
import { namedRules } from '../../options/named-rules.ts';
import { newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { whileWorking } from '../../terminal/while-working.ts';

interface TestOptions {
  readonly json?: boolean;
  readonly min: number;
  readonly sql: boolean;
  readonly keptApart: boolean;
}

/** `rules test [PACK]`: the worked cases, what of the rules none of them touches, and how well comments are read. */
export function rulesTest(): Command {
  return newCommand(
    'rules test',
    'Answer the worked cases of rules by the rules and by their SQL, show which rules, causes and stances no case touches, and how well comments are read.',
    () => ['rules test', 'rules test path/to/my-rules', 'rules test --min 100 --json'],
  )
    .name('test')
    .argument('[pack]', 'the id of a standard, or a folder with rules; all of rules/ unless said')
    .option('--min <percent>', 'a finding if less is touched', percent, 0)
    .option('--no-sql', 'answer by json-rules-engine alone, without DuckDB')
    .option('--no-kept-apart', 'do not measure on comments kept apart, while rules are being written')
    .option('--json', 'answer with data for programs')
    .action(async (pack: string | undefined, { json, min, sql, keptApart }: TestOptions) => {
      const tested = await whileWorking('Answering', () => testRules(namedRules(pack), { sql, keptApart }));
      if (json === true) printJson(tested);
      else terminal.print(describeTest(tested, min, terminal.width()).join('\n'));
      const short = tested.packs.some(
        ({ otherwise, sql: answered, coverage }) =>
          otherwise.length > 0 || isSqlFinding(answered) || coverage.percent < min,
      );
      if (short) process.exitCode = 1;
    });
}

function percent(written: string): number {
  const value = Number(written);
  if (/^\d{1,3}(\.\d+)?$/.test(written) && value <= 100) return value;
  throw new InvalidArgumentError('Give a number from 0 to 100.');
}

const titles = {
  reading: 'Reading rules',
  ceilings: 'Ceiling rules',
  targets: 'Target rules',
  causes: 'Causes',
  stances: 'Stances',
} as const;

function describeTest({ packs }: RulesTest, min: number, width: number): readonly string[] {
  return packs.flatMap(({ pack, cases, passed, otherwise, sql, coverage, reading }, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrap(
      cases === 0
        ? `${pack}: no cases. Write some in ${pack}/cases/.`
        : `${pack}: ${passed} of ${countedNoun(cases, 'case')} come out as they say.`,
      width,
    ),
    ...otherwise.flatMap(({ case: id, sentence, differences }) => [
      '',
      ...wrap(`${id}: ${sentence}`, width),
      ...differences.flatMap(({ what, expected, seen }) =>
        indented(`${what}: expected ${expected}, came out as ${seen}`, width, 2),
      ),
    ]),
    ...(otherwise.length === 0 ? [] : ['']),
    ...describeSqlAgreement(sql, width),
    '',
    ...table(
      [
        { title: '' },
        { title: 'Touched', numeric: true },
        { title: 'Of', numeric: true },
        { title: 'Not touched', flexible: true },
      ],
      coverage.kinds.map(({ kind, of, untouched }) => [
        titles[kind],
        String(of - untouched.length),
        String(of),
        untouched.join(', ') || 'none',
      ]),
      width,
    ),
    '',
    ...wrap(
      `Cases touch ${coverage.percent}% (${coverage.touched} of ${coverage.of}).${
        coverage.percent < min ? ` That is less than the ${min}% asked for.` : ''
      }`,
      width,
    ),
    ...reading.flatMap((measure) => ['', ...describeReading(measure, width)]),
  ]);
}
