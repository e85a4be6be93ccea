import type { RegisteredOrganisation } from './registered-organisation.ts';

/** What an organisation can be found under, the surest first. */
export const aliasKinds = [
  'code',
  'area-code',
  'former-area-code',
  'name',
  'short-name',
  'slug',
  'alternative-name',
] as const;
export type AliasKind = (typeof aliasKinds)[number];

/**
 * How sure a kind of alias is, 1 the surest: codes, then names, then alternative names. An alias that is the code of
 * one organisation and a name of another finds the first.
 */
export const aliasTier: Readonly<Record<AliasKind, 1 | 2 | 3>> = {
  code: 1,
  'area-code': 1,
  'former-area-code': 1,
  name: 2,
  'short-name': 2,
  slug: 2,
  'alternative-name': 3,
};

/** One word that an organisation can be found under, as it is written. */
export interface Alias {
  readonly alias: string;
  readonly organisation: string;
  readonly kind: AliasKind;
}

/** Every alias of organisations, in their order; one text may stand for several of them. */
export function aliases(organisations: readonly RegisteredOrganisation[]): readonly Alias[] {
  return organisations.flatMap((one) => {
    const { organisation } = one;
    const texts: Readonly<Record<AliasKind, readonly (string | null)[]>> = {
      code: [organisation],
      'area-code': [one.areaCode],
      'former-area-code': one.formerAreaCodes,
      name: [one.name],
      'short-name': [one.shortName],
      slug: [one.slug],
      'alternative-name': one.alternativeNames,
    };
    return aliasKinds.flatMap((kind) =>
      texts[kind].flatMap((alias) => (alias === null ? [] : [{ alias, organisation, kind }])),
    );
  });
}
