import { extname } from 'node:path';
import { type TemplateRequest, template } from '../../app/export/template.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { wordMark } from '../../exchange/write/word-mark.ts';
import { Problem } from '../../kernel/problem.ts';
import { terminal } from '../terminal/terminal.ts';
import { whileWorking } from '../terminal/while-working.ts';
import { refuseOthers, writeFile } from '../terminal/write-file.ts';

/** A form to fill in, as a file that may be written. */
export interface FormFile {
  readonly write: (workspace: Workspace, request: Omit<TemplateRequest, 'format'>) => Promise<void>;
}

/**
 * Checks where a form is to go, before any work; a file that is there is replaced only if Headroom made it and nobody
 * has saved it since.
 * @param option which option names the file, for messages
 * @throws Problem USAGE for a name that does not end in .xlsx or .docx; FILE_EXISTS
 */
export function formFile(file: string, option: string): FormFile {
  const format = formatOf(file, option);
  refuseOthers(file, wordMark);
  return {
    write: async (workspace, request) => {
      const { content } = await whileWorking('Writing', () => template(workspace, { ...request, format }));
      writeFile({ file, content, mark: wordMark });
      terminal.tell(`headroom: wrote ${file}`);
    },
  };
}

function formatOf(file: string, option: string): 'xlsx' | 'docx' {
  const ending = extname(file).toLowerCase();
  if (ending === '.xlsx') return 'xlsx';
  if (ending === '.docx') return 'docx';
  throw new Problem('USAGE', {
    place: option,
    seen: file,
    allowed: 'a name that ends in .xlsx or .docx',
    repair: 'Say the form by the end of the name.',
  });
}
