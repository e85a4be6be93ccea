/** What of an address cannot be carried out: the fields that it stands in, by name, and why. */
export interface AskFault {
  readonly fields: readonly string[];
  readonly message: string;
}
