import type { Command } from 'commander';
import { checkRules, type RulesCheck } from '../../../app/rules/check-rules.ts';
import { type Diagnostic, type DiagnosticCode, diagnosticCatalogue } from '../../../kernel/diagnostics.ts';
import { countedNoun } from '../../../model/counted-noun.ts';
import { indented, wrap } from '../../describe/wrap.ts';
import { namedRules } from '../../options/named-rules.ts';
import { newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';

/** `rules check [PACK]`: all that is wrong with a pack's files, or worth a look. */
export function rulesCheck(): Command {
  return newCommand(
    'rules check',
    'Look for all that is wrong with rules, or worth a look: form and names, and what the rules say taken together.',
    () => ['rules check', 'rules check path/to/my-rules', 'rules check --json'],
  )
    .name('check')
    .argument('[pack]', 'the id of a standard, or a folder with rules; all of rules/ unless said')
    .option('--json', 'answer with data for programs')
    .action((pack: string | undefined, options: { readonly json?: boolean }) => {
      const checked = checkRules(namedRules(pack));
      if (options.json === true) printJson(checked);
      else terminal.print(describeCheck(checked, terminal.width()).join('\n'));
      const found = checked.packs.flatMap(({ diagnostics }) => diagnostics);
      if (found.some(({ code }) => code === 'pack/unreadable')) process.exitCode = 3;
      else if (found.some(({ severity }) => severity !== 'note')) process.exitCode = 1;
    });
}

function describeCheck({ packs }: RulesCheck, width: number): readonly string[] {
  return packs.flatMap(({ pack, errors, warnings, notes, diagnostics }, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrap(
      diagnostics.length === 0
        ? `${pack}: nothing to mend.`
        : `${pack}: ${countedNoun(errors, 'error')}, ${countedNoun(warnings, 'warning')}, ${countedNoun(notes, 'note')}.`,
      width,
    ),
    ...diagnostics.flatMap((each) => ['', ...describe(each, width)]),
  ]);
}

function describe(diagnostic: Diagnostic, width: number): readonly string[] {
  const { code, severity, file, line, place, path = '', seen, allowed, repair } = diagnostic;
  const title = diagnosticCatalogue[code as DiagnosticCode]?.title ?? code;
  const where = [path, path === place || place === '' || place === '/' ? '' : `(${place})`]
    .filter((part) => part !== '')
    .join(' ');
  return [
    ...wrap(`${line === undefined ? file : `${file}:${line}`} ${severity} ${code}`, width),
    ...indented(`${title}.`, width, 2),
    ...(where === '' ? [] : indented(`Place: ${where}`, width, 2)),
    ...indented(`Seen: ${seen}`, width, 2),
    ...(allowed === '' ? [] : indented(`Allowed: ${allowed}`, width, 2)),
    ...indented(repair, width, 2),
  ];
}
