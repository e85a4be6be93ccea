import { type Problem, problemCatalogue } from '../kernel/problem.ts';
import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { problemSteps } from './parts/problem-steps.ts';

/** The page that says why a request could not be carried out, and what to do. */
export function problemPage(problem: Problem): string {
  const { code } = problem;
  const { title } = problemCatalogue[code];
  const steps = problemSteps(problem);
  const { file, place, seen, allowed, repair } = problem.detail;
  const parts = [
    { name: 'File', value: file },
    { name: 'Place', value: place },
    { name: 'Seen', value: seen },
    { name: 'Allowed', value: allowed },
  ].filter(({ value }) => value !== undefined && value !== '');
  return renderTemplate('problem.njk', {
    frame: bareFrame(steps?.title ?? title),
    page: steps === null ? { title, parts, repair, code } : { ...steps, code },
  });
}
