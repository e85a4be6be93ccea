import type { ExportList } from '../app/export/export-list.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import type { ViewState } from './frame/view-state.ts';

type Group = ExportList['groups'][number];

const readerWords: Readonly<Record<Group['readers'], string>> = {
  publication: 'Fit for publication, once you have read it',
  officers: 'For work inside the organisation',
  programs: 'For programs',
};

/** The page of all that can be taken out. */
export function exportPage(context: PageContext, list: ExportList): string {
  const address = (view: ViewState) => context.links.page('export', { ...view, factors: {} });
  const view = (group: Group) => ({
    ...group,
    readers: readerWords[group.readers],
    files: group.files.map((file) => ({ ...file, href: exportHref(context, file) })),
  });
  return renderTemplate('export.njk', {
    frame: pageFrame(context, 'export', 'Export', address),
    page: {
      basedOn: list.basedOn,
      period: list.period,
      groups: list.groups.filter(({ id }) => !id.startsWith('chart-')).map(view),
      charts: list.groups.filter(({ id }) => id.startsWith('chart-')).map(view),
      pack: context.links.page('pack', { ...context.view, factors: {} }),
      review: context.links.page('review'),
      import: context.links.page('import'),
    },
  });
}

/** Where a file to take out is. */
function exportHref({ links }: Pick<PageContext, 'links'>, { file, from, period }: Group['files'][number]) {
  const at = period === null ? '' : `?${new URLSearchParams({ period })}`;
  if (from === 'rules') return `${links.page('rules')}/word`;
  if (from === 'export') return `${links.exported(file)}${at}`;
  const [id = '', format = ''] = file.split('.');
  return links.chart(id, format) ?? '';
}
