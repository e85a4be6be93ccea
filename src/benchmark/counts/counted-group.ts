/** Whom to count: everyone, those of a type, of a region or of both, or an organisation's nearest with itself. */
export type CountedGroup =
  | { readonly kind: 'all' }
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'type-and-region'; readonly type: string; readonly region: string }
  | { readonly kind: 'nearest'; readonly organisation: string };
