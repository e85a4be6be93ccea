import { type Problem, problemCatalogue } from '../kernel/problem.ts';
import { bareFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';

/** The page that says why a request could not be carried out, and what to do. */
export function problemPage(problem: Problem): string {
  const { title } = problemCatalogue[problem.code];
  const { file, place, seen, allowed, repair } = problem.detail;
  const parts = [
    { name: 'File', value: file },
    { name: 'Place', value: place },
    { name: 'Seen', value: seen },
    { name: 'Allowed', value: allowed },
  ].filter(({ value }) => value !== undefined && value !== '');
  return renderTemplate('problem.njk', {
    frame: bareFrame(title),
    page: { title, parts, repair, code: problem.code },
  });
}
