const roles: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  td: 'cell',
};

/**
 * A table, as our templates write one, that can be read as a list where there is little width: each cell is given the
 * heading of its column, and roles keep it a table however it is laid out (`hr-stack` in the styles).
 */
export function stackedTable(html: string): string {
  const [head = ''] = html.split('</thead>', 1);
  const labels = [...head.matchAll(/<th\b[^>]*>([^]*?)<\/th>/g)].map(([, label = '']) =>
    label.replace(/<[^>]*>/g, '').trim(),
  );
  let column = 0;
  return html
    .replace('class="', 'class="hr-stack ')
    .replaceAll('</td>', '</span></td>')
    .replace(/<(table|thead|tbody|tr|th|td)\b([^>]*)>/g, (_all, name: string, attributes: string) => {
      if (name === 'tr') column = 0;
      const at = column;
      if (name === 'th' || name === 'td') column += Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1);
      if (name === 'td') return `<td${attributes} role="cell" data-label="${labels[at] ?? ''}"><span>`;
      const role = roles[name] ?? (attributes.includes('scope="col"') ? 'columnheader' : 'rowheader');
      return `<${name}${attributes} role="${role}">`;
    });
}
