import type { Framework } from '../model/framework.ts';

/** What a figure is of: the whole (section null), or a section; with the numbers of its objectives. */
export interface Scope {
  readonly section: string | null;
  readonly name: string;
  readonly objectives: readonly number[];
}

/** The whole, and every section in the framework's order. */
export function scopes(framework: Framework): { readonly whole: Scope; readonly sections: readonly Scope[] } {
  const { objectives, sections } = framework;
  return {
    whole: { section: null, name: 'All objectives', objectives: objectives.map(({ number }) => number) },
    sections: sections.map(({ id, name }) => ({
      section: id,
      name,
      objectives: objectives.filter(({ section }) => section === id).map(({ number }) => number),
    })),
  };
}
