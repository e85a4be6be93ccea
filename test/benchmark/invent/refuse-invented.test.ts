import { expect, test } from 'vitest';
import { refuseInvented } from '../../../src/benchmark/invent/refuse-invented.ts';
import { inventedLabel } from '../../../src/model/invented.ts';

const organisation = (example: string | null) => ({ id: 'north', name: 'North', example });
const real = [organisation(null), organisation("Example: North's published return")];
const invented = organisation(`${inventedLabel}: an organisation of a panel`);

test('an invented panel refuses a real organisation, an example of a real one too, and says why', () => {
  for (const each of real)
    expect(() => refuseInvented({ id: 'demo', invented: true }, each)).toThrow(
      /Invented and real organisations are not compared: north in the panel demo\. Seen: North is real/,
    );
});

test('a panel of real scores refuses an invented organisation', () => {
  expect(() => refuseInvented({ id: 'region', invented: false }, invented)).toThrow(/North is invented/);
});

test('real with real and invented with invented are compared', () => {
  for (const each of real) refuseInvented({ id: 'region', invented: false }, each);
  refuseInvented({ id: 'demo', invented: true }, invented);
});
