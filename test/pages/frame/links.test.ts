import { describe, expect, test } from 'vitest';
import { reportLinks, serverLinks } from '../../../src/pages/frame/links.ts';
import { plainView, queryOf } from '../../../src/pages/frame/view-state.ts';

const view = { period: '2023', factors: { 'b-factor': 'yes', 'a-factor': 'no' } } as const;

describe('the query of a view', () => {
  test('leaves out what is the default', () => {
    expect(queryOf(plainView)).toBe('');
    expect(queryOf(plainView, { stance: null })).toBe('');
  });

  test('has one order, whatever the order in which it was made', () => {
    expect(queryOf(view, { stance: 'hold' })).toBe(
      '?period=2023&stance=hold&factor.a-factor=no&factor.b-factor=yes',
    );
    const other = { period: '2023', factors: { 'a-factor': 'no', 'b-factor': 'yes' } } as const;
    expect(queryOf(other)).toBe(queryOf(view));
  });
});

describe('links', () => {
  test('keep the view on the pages that differ by it, and only there', () => {
    const { page, objective, chart } = serverLinks('oak-lane', view);
    expect(page('overview')).toBe('/oak-lane?period=2023&factor.a-factor=no&factor.b-factor=yes');
    expect(page('trends')).toBe('/oak-lane/trends');
    expect(page('targets', plainView)).toBe('/oak-lane/targets');
    expect(objective(4)).toContain('/oak-lane/objectives/4?period=2023');
    expect(chart('levels', 'svg')).toBe(
      '/charts/levels.svg?organisation=oak-lane&period=2023&factor.a-factor=no&factor.b-factor=yes',
    );
  });

  test('of the report stay in the report', () => {
    expect(reportLinks.page('capped')).toBe('#capped');
    expect(reportLinks.objective(4)).toBe('#objective-4');
    expect(reportLinks.chart('levels', 'svg')).toBeNull();
  });
});
