import { expect, test } from 'vitest';
import { stackedTable } from '../../../src/pages/frame/stacked-table.ts';

test('each cell is told the heading of its column, also after a cell that is wider, and roles say that it is a table', () => {
  const html = `<table class="wide">
<thead><tr><th scope="col">Tree</th><th scope="col">Age <span>in years</span></th><th scope="col">Height</th></tr></thead>
<tbody><tr><th scope="rowgroup" colspan="3">Orchard</th></tr>
<tr><th scope="row">Oak</th><td class="cell">80</td><td>20</td></tr>
<tr><th scope="row">Elm</th><td colspan="2">felled</td></tr></tbody></table>`;
  expect(stackedTable(html)).toMatchInlineSnapshot(`
    "<table class="hr-stack wide" role="table">
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Tree</th><th scope="col" role="columnheader">Age <span>in years</span></th><th scope="col" role="columnheader">Height</th></tr></thead>
    <tbody role="rowgroup"><tr role="row"><th scope="rowgroup" colspan="3" role="rowheader">Orchard</th></tr>
    <tr role="row"><th scope="row" role="rowheader">Oak</th><td class="cell" role="cell" data-label="Age in years"><span>80</span></td><td role="cell" data-label="Height"><span>20</span></td></tr>
    <tr role="row"><th scope="row" role="rowheader">Elm</th><td colspan="2" role="cell" data-label="Age in years"><span>felled</span></td></tr></tbody></table>"
  `);
});

test('a value that looks like markup stays a value', () => {
  const html =
    '<table class="a"><thead><tr><th scope="col">A &lt;b&gt;</th></tr></thead><tbody><tr><td>&lt;/td&gt;</td></tr></tbody></table>';
  expect(stackedTable(html)).toContain(
    '<td role="cell" data-label="A &lt;b&gt;"><span>&lt;/td&gt;</span></td>',
  );
});
