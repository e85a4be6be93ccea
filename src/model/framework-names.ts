import type { Framework } from './framework.ts';

/** A level with its name, "3 Mature"; the number alone where the framework has no such level. */
export function levelName({ levels }: Framework, level: string | number): string {
  const name = levels.find((each) => each.level === level)?.name;
  return name === undefined ? String(level) : `${level} ${name}`;
}

/** An objective with its name, "4 Influence and impact"; the number alone where the framework has no such objective. */
export function objectiveName({ objectives }: Framework, number: string | number): string {
  const name = objectives.find((objective) => objective.number === number)?.name;
  return name === undefined ? String(number) : `${number} ${name}`;
}

/** The name of a section; its id where the framework has no such section. */
export function sectionName({ sections }: Framework, id: string | number): string {
  return sections.find((section) => section.id === id)?.name ?? String(id);
}
