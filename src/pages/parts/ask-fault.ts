/** What of an address cannot be carried out: the fields that it stands in, each with what is said beside it, and why. */
export interface AskFault {
  readonly fields: readonly { readonly name: string; readonly message: string }[];
  readonly message: string;
}

/** What is said beside a field; null where it is not at fault. */
export function faultAt(fault: AskFault | null, name: string): string | null {
  return fault?.fields.find((field) => field.name === name)?.message ?? null;
}
