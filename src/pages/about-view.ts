import type { AboutData } from '../app/about/about-data.ts';
import type { PageContext } from './frame/page-context.ts';
import { findingView } from './parts/finding-view.ts';

const correction = 'document/correction-applied';

/** Definitions, provenance, what was found in the documents and what was mended, and what the rules hold. */
export function aboutView({ framework, links }: PageContext, about: AboutData) {
  const { cells, pack } = about;
  return {
    organisation: about.organisation.name,
    example: about.organisation.example,
    sources: about.sources.map((source) => ({
      title: source.title,
      description: source.description,
      publisher: source.publisher,
      licence: source.licence,
      extraction: source.extraction,
      sha256: source.sha256,
      damage: source.knownDamage,
    })),
    imports: about.imports.map((one) => ({
      period: one.period,
      file: `${one.source?.file ?? 'entered by hand'}${one.closed ? '' : ' (open)'}`,
      sha256: one.source?.sha256 ?? '',
      at: (one.importedAt ?? one.opened?.at ?? '').slice(0, 10),
      by: one.importedBy ?? one.opened?.by ?? '',
    })),
    findings: about.findings.filter(({ code }) => code !== correction).map(findingView),
    corrections: about.findings.filter(({ code }) => code === correction).map(findingView),
    definitions: about.definitions,
    pack,
    levels: framework.levels,
    cells: {
      total: cells.total,
      rows: [
        { name: 'The standard’s words for the objective, in full', count: cells.full },
        { name: 'The standard’s words as a comment quotes them', count: cells['as-quoted'] },
        { name: 'Only the section’s principle for the level', count: cells.principle },
        { name: 'No text', count: cells.none },
      ],
    },
    objectives: links.page('objectives'),
    rules: links.rules,
    panels: links.panels,
  };
}
