import { describe, expect, it } from 'vitest';
import { statementReader } from '../../../src/engine/reading/statements.ts';
import { viewReader } from '../../../src/engine/reading/views.ts';
import type { Span } from '../../../src/model/span.ts';
import { pack } from '../medway.ts';

const viewsOf = viewReader(pack, statementReader(pack));

/** The views of a cell as words, with the levels that they name; those that are not there are left out. */
function shown(text: string) {
  const views = viewsOf(text);
  const quote = ({ start, end }: Span) => text.slice(start, end);
  const withLevel = (span: Span & { readonly level: number | null }) => [span.level, quote(span)];
  const { commentary, actions, requirements, agreedStandard, criterionLevel, ...single } = views;
  const one = Object.entries(single).map(([name, span]) => [name, span === null ? null : quote(span)]);
  const all = {
    ...Object.fromEntries(one),
    criterionLevel,
    commentary: commentary.map(quote),
    actions: actions.map(quote),
    requirements: requirements.map(withLevel),
    agreedStandard: agreedStandard === null ? null : withLevel(agreedStandard),
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

describe('the criterion', () => {
  it('runs from its marker to "Commentary:"', () => {
    expect(
      shown(
        "This objective scored '4' (leader) – defined as - Plans exist. They are used. Commentary: Yes, all.",
      ),
    ).toMatchInlineSnapshot(`
      {
        "commentary": [
          "Yes, all.",
        ],
        "criterion": "Plans exist. They are used.",
        "criterionLevel": 4,
      }
    `);
  });

  it('runs to a requirement', () => {
    expect(
      shown(
        "A score of '3' is defined as - Checks are made. To score a '4', 'Checks are agreed.' Action: agree them.",
      ),
    ).toMatchInlineSnapshot(`
      {
        "actions": [
          "agree them.",
        ],
        "commentary": [
          "To score a '4', 'Checks are agreed.'",
        ],
        "criterion": "Checks are made.",
        "criterionLevel": 3,
        "requirements": [
          [
            4,
            "To score a '4', 'Checks are agreed.'",
          ],
        ],
      }
    `);
  });

  it('runs to "No further action"', () => {
    expect(
      shown("A score of '3' is defined as - Checks are made. No further action."),
    ).toMatchInlineSnapshot(`
      {
        "commentary": [
          "No further action.",
        ],
        "criterion": "Checks are made.",
        "criterionLevel": 3,
        "noFurtherAction": "No further action.",
      }
    `);
  });

  it('runs to the end of the cell', () => {
    expect(shown("A score of '3' is defined as - Checks are made. Some are not.")).toMatchInlineSnapshot(`
      {
        "criterion": "Checks are made. Some are not.",
        "criterionLevel": 3,
      }
    `);
  });

  it('ends with its quotation marks where it has them', () => {
    expect(
      shown("A score of '3' is defined as 'Checks are made. All are kept.' We do both. There is more."),
    ).toMatchInlineSnapshot(`
      {
        "commentary": [
          "We do both. There is more.",
        ],
        "criterion": "Checks are made. All are kept.",
        "criterionLevel": 3,
      }
    `);
  });

  it('may stand between sentences of the author, and belongs to neither', () => {
    expect(
      shown(
        "We keep a list. A score of '3' is defined as - Nobody can bid. To score a '4', 'Everybody bids.'",
      ),
    ).toMatchInlineSnapshot(`
      {
        "commentary": [
          "We keep a list.",
          "To score a '4', 'Everybody bids.'",
        ],
        "criterion": "Nobody can bid.",
        "criterionLevel": 3,
        "requirements": [
          [
            4,
            "To score a '4', 'Everybody bids.'",
          ],
        ],
      }
    `);
  });
});

describe('other markers', () => {
  it('carried forward, in an action', () => {
    expect(
      shown('Rules change. Action: Train all staff. To be carried forward to 2023.'),
    ).toMatchInlineSnapshot(`
      {
        "actions": [
          "Train all staff. To be carried forward to 2023.",
        ],
        "carriedForward": "To be carried forward to 2023.",
        "commentary": [
          "Rules change.",
        ],
      }
    `);
  });

  it('as per previous', () => {
    expect(shown("As per previous year's comment.")).toMatchInlineSnapshot(`
      {
        "asPrevious": "As per previous year's comment.",
        "commentary": [
          "As per previous year's comment.",
        ],
      }
    `);
  });

  it('an agreed standard, with its level', () => {
    expect(shown("NA, achieved baseline of '3' as agreed November 2021.")).toMatchInlineSnapshot(`
      {
        "agreedStandard": [
          3,
          "NA, achieved baseline of '3' as agreed November 2021.",
        ],
        "commentary": [
          "NA, achieved baseline of '3' as agreed November 2021.",
        ],
      }
    `);
  });

  it('no further action', () => {
    expect(shown('Commentary: Good as it is. No further action at present.')).toMatchInlineSnapshot(`
      {
        "commentary": [
          "Good as it is. No further action at present.",
        ],
        "noFurtherAction": "No further action at present.",
      }
    `);
  });

  it('nothing at all', () => {
    expect(shown('')).toEqual({});
  });
});
