import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { ruleBook, ruleBookOfFolder } from '../../../app/rules/rule-book.ts';
import { wordMark } from '../../../exchange/write/word-mark.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { WrittenDocument } from '../../../model/written-document.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { terminal } from '../../terminal/terminal.ts';
import { whileWorking } from '../../terminal/while-working.ts';
import { refuseOthers, writeFile } from '../../terminal/write-file.ts';
import { withWorkspace } from '../../with-workspace.ts';

type Format = 'html' | 'docx';

interface BookOptions extends CommonOptions {
  readonly format: Format;
  readonly organisation?: string;
  readonly period?: string;
  readonly out: string;
}

/** What stands near the beginning of a book of each format. */
const marks: Readonly<Record<Format, string>> = {
  html: '<meta name="generator" content="Headroom',
  docx: wordMark,
};

/** `rules book [PACK]`: every rule in plain English. */
export function rulesBook(): Command {
  return newCommand(
    'rules book',
    'Write every rule in plain English, with what it rests on, its worked cases and when it last changed; with an organisation, also which of its objectives each rule touches. A file that is there is replaced only if it is such a book.',
    ({ organisation }) => [
      'rules book --out rules.html',
      `rules book --format docx --organisation ${organisation} --out rules.docx`,
    ],
  )
    .name('book')
    .argument(
      '[pack]',
      'its id, or a folder with its files; the only one, or that of the organisation, unless said',
    )
    .addOption(new Option('--format <format>', 'the form').choices(['html', 'docx']).default('html'))
    .option('--organisation <id>', 'whose objectives are named')
    .option('--period <period>', 'the period of its advice; the one after the latest unless said')
    .requiredOption('--out <file>', 'where it goes')
    .action(async (pack: string | undefined, options: BookOptions) => {
      const { format, out } = options;
      refuseOthers(out, marks[format]);
      const content = await whileWorking('Writing the rule book', async () =>
        contentOf(await documentOf(pack, options), format),
      );
      writeFile({ file: out, content, mark: marks[format] });
      terminal.tell(`headroom: wrote ${out}`);
    });
}

async function documentOf(pack: string | undefined, options: BookOptions): Promise<WrittenDocument> {
  const { organisation, period } = options;
  if (organisation === undefined && period !== undefined)
    throw new Problem('USAGE', {
      seen: `--period ${period} without an organisation`,
      repair: 'Give --organisation too, or leave the period out.',
    });
  if (organisation === undefined && pack !== undefined && existsSync(join(pack, 'framework.json')))
    return ruleBookOfFolder(pack);
  const view =
    organisation === undefined ? undefined : { organisation, ...(period === undefined ? {} : { period }) };
  return withWorkspace(options, (workspace) =>
    ruleBook(workspace, {
      ...(pack === undefined ? {} : { framework: pack }),
      ...(view === undefined ? {} : { view }),
    }),
  );
}

async function contentOf(document: WrittenDocument, format: Format): Promise<string | Uint8Array> {
  if (format === 'html') {
    const { writtenFile } = await import('../../../pages/frame/written-file.ts');
    return writtenFile(document);
  }
  const { wordDocument } = await import('../../../exchange/write/word-document.ts');
  return wordDocument(document);
}
