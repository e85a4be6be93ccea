import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import type { CommentUse, ReadComment } from '../model/comment-set.ts';
import { twice } from './check-duplicates.ts';
import { scoreFault } from './check-score.ts';
import { packFiles } from './files.ts';
import { folderReader, type Origin } from './folder-reader.ts';
import type { PackContent } from './pack.ts';
import { refuse } from './refuse.ts';
import { shortened } from './short-words.ts';
import { unknownNames } from './unknown-names.ts';

/** The comments of one file, by which reading is measured. */
export interface CommentSet {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly use: CommentUse;
  readonly comments: readonly ReadComment[];
}

/** The sets of comments of a pack as far as they can be read. */
export interface CommentsReading {
  /** In order of name; empty for a pack without comments. */
  readonly sets: readonly CommentSet[];
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the comments in a pack's folder and checks them against what the pack has. */
export function readComments(folder: string, content: PackContent): CommentsReading {
  const reader = folderReader(folder);
  const { items, origins } = reader.gathered('comments', packFiles.comments);
  const files = Map.groupBy(
    items.map((item, index) => ({ ...item, file: origins[index]?.file ?? '' })),
    ({ file }) => file,
  );
  return {
    sets: [...files].map(([file, found]) => ({
      name: file.replace(/^comments\/|\.json$/g, ''),
      use: found[0]?.use ?? 'to-write-by',
      comments: found.map(({ comment }) => comment),
    })),
    texts: reader.texts,
    diagnostics: [
      ...reader.diagnostics(),
      ...twice(
        items.map(({ comment }) => comment.id),
        origins,
      ),
      ...items.flatMap(({ comment }, index) => check(comment, content, origins[index])),
    ],
  };
}

/**
 * The sets of comments in a pack's folder; empty for a pack without comments.
 * @throws Problem PACK_BROKEN that names what is wrong with them
 */
export function loadComments(folder: string, content: PackContent): readonly CommentSet[] {
  const { sets, texts, diagnostics } = readComments(folder, content);
  if (diagnostics.length > 0) throw refuse(folder, texts, diagnostics);
  return sets;
}

function check(
  { id, score, text, expected }: ReadComment,
  { causes, framework: { levels } }: PackContent,
  { file, path }: Origin = { file: '', path: '' },
): readonly Diagnostic[] {
  const at = (under: string) => ({ file, place: `comment ${id}`, path: `${path}/${under}` });
  const ids = causes.map((cause) => cause.id);
  const numbers = levels.map(({ level }) => level);
  return [
    ...scoreFault(at('score'), score, levels),
    ...expected.causes.flatMap(({ cause, level, quote }, index) => {
      const under = `expected/causes/${index}`;
      return [
        ...unknownNames(at(`${under}/cause`), [cause], ids),
        ...unknownNames(at(`${under}/level`), [level], numbers),
        ...(text.includes(quote) ? [] : [lostQuote(at(`${under}/quote`), quote)]),
      ];
    }),
  ];
}

function lostQuote(at: Pick<Diagnostic, 'file' | 'place' | 'path'>, quote: string): Diagnostic {
  return diagnose('pack/quote-missing', {
    ...at,
    seen: `"${shortened(quote)}"`,
    allowed: 'words of the text, exactly',
    repair: 'Copy the words from the text of the comment.',
  });
}
