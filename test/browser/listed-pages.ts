/** Every page that a browser looks at, in its states; UPLOAD is a file that was sent and not yet imported. */
export const listedPages = [
  '/',
  '/medway',
  '/medway/objectives',
  '/medway/objectives?section=enablers&stance=finish',
  '/medway/objectives?find=council&sort=headroom',
  '/medway/objectives?stance=best&section=enablers',
  '/medway/objectives/4',
  '/medway/objectives/57',
  '/medway/objectives/57/criteria',
  '/medway/objectives/4/criteria?return=2022',
  '/medway/capped',
  '/medway/unlock',
  '/medway/circumstances?kept=joint-boards',
  '/medway/review?show=unconfirmed',
  '/medway/review?objective=23',
  '/medway/targets?days=60&minimum=20%3D4&weight=enablers%3D3&factor.joint-boards=yes',
  '/medway/targets?days=10&minimum=16%3D4%2C20%3D4',
  '/medway/pack',
  '/medway/plan?days=60',
  '/medway/plan',
  '/medway/assessments',
  '/medway/assessments/2024?kept=opened',
  '/medway/assessments/2024/4?kept=saved&by=Ada',
  '/medway/assessments/2024/discard',
  '/medway/assessments/2023',
  '/medway/assessments/2023/3',
  '/medway/challenges',
  '/medway/export',
  '/medway/import',
  '/medway/import/UPLOAD',
  '/import',
  '/import/UPLOAD',
  '/import/nothing',
  '/medway/trends',
  '/medway/about',
  '/medway/rules',
  '/rules/lga-nps-2018',
  '/medway/benchmark',
  '/example-invented/benchmark',
  '/example-invented/objectives/4',
  '/elm-row/targets',
  '/panels',
  '/register',
  '/register/organisations/ASH',
  '/register/panels/invented',
  '/sign-in',
  '/sign-in?out=yes',
  '/password',
  '/nowhere',
  'report',
] as const;

const problems: Readonly<Record<string, number>> = {
  '/medway/objectives?stance=best&section=enablers': 400,
  '/elm-row/targets': 422,
  '/import/nothing': 404,
  '/nowhere': 404,
  '/medway/targets?days=10&minimum=16%3D4%2C20%3D4': 422,
};

/** The status that a listed page is answered with. */
export function statusOf(page: string): number {
  return problems[page] ?? 200;
}

/** The route that answers an address: of those that fit, the one with the fewest open parts; null where none does. */
export function routeOf(address: string, routes: readonly string[]): string | null {
  const path = address.replace(/\?.*/, '');
  const open = (route: string) => route.split(':').length;
  const fit = routes.filter((route) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path));
  return fit.toSorted((one, other) => open(one) - open(other))[0] ?? null;
}
