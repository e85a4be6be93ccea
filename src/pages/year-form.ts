/** A form of a year that could not be carried out, with what was typed in it. */
export interface RefusedYear {
  readonly form: string;
  /** The field that is wrong; null where it is none. */
  readonly field: string | null;
  readonly message: string;
  /** Where on the page it is. */
  readonly href: string;
  readonly values: Readonly<Record<string, string>>;
}

/** One field of a form as a template shows it. */
export interface YearField {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly error: string | null;
}

/** Makes the fields of a page's forms: one that was refused keeps what was typed. */
export function yearFields(refused: RefusedYear | null) {
  return (form: string, name: string, held: string): YearField => ({
    id: `${form}-${name}`,
    name,
    value: (refused?.form === form ? refused.values[name] : undefined) ?? held,
    error: refused?.form === form && refused.field === name ? refused.message : null,
  });
}
