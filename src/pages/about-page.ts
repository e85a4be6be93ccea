import type { AboutData } from '../app/about/about-data.ts';
import { aboutView } from './about-view.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';

/** The page about the data. */
export function aboutPage(context: PageContext, about: AboutData): string {
  return renderTemplate('about.njk', {
    frame: pageFrame(context, 'about', 'About the data'),
    page: aboutView(context, about),
  });
}
