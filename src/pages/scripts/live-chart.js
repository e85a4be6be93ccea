import { goThroughByKeys } from './chart-keys.js';
import { chartMarks } from './chart-marks.js';
import { followPointer } from './chart-pointer.js';
import { chartTip } from './chart-tip.js';

/**
 * Draws a chart in the browser in place of the server's picture, in a box of the same shape, and lets it be pointed at
 * and gone through. Rejects with nothing changed if anything is missing.
 * @param {HTMLElement} box the element that holds the picture; `data-vega` is the address of its specification
 */
export async function makeLive(box) {
  const picture = box.querySelector('svg');
  const section = box.closest('section');
  if (picture === null || section === null) throw new Error('There is no picture to take the place of.');
  const [spec] = await Promise.all([specOf(box.dataset['vega'] ?? ''), import(addressOf('./vega.js'))]);
  const { expressionInterpreter } = await import('./vega-interpreter.js');
  const made = document.createElement('div');
  const view = new vega.View(vega.parse({ ...spec, background: 'transparent' }, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    container: made,
    hover: false,
    logLevel: vega.None,
    loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
    tooltip: () => {},
  });
  await view.runAsync();
  const drawn = made.querySelector('svg');
  if (drawn === null) throw new Error('Nothing was drawn.');
  fit(drawn, picture);
  picture.replaceWith(drawn);
  box.dataset['live'] = 'yes';
  const marks = chartMarks(drawn, box.dataset);
  if (marks.length === 0) return;
  const tip = chartTip(section);
  followPointer(drawn, marks, tip);
  goThroughByKeys(box, marks, tip);
}

/** @param {string} address @returns {Promise<Parameters<typeof vega.parse>[0]>} */
async function specOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The chart was answered with ${answer.status}.`);
  return answer.json();
}

// Not a module: it leaves a global.
/** @param {string} file */
function addressOf(file) {
  return new URL(file, import.meta.url).href;
}

/** @returns {Promise<never>} */
async function refuse() {
  throw new Error('A chart loads nothing.');
}

/**
 * The same box for the new picture as for the old, so that nothing moves, also where fonts differ a little.
 * @param {SVGSVGElement} drawn @param {SVGSVGElement} picture
 */
function fit(drawn, picture) {
  const size = (/** @type {SVGSVGElement} */ svg, /** @type {string} */ name) => svg.getAttribute(name) ?? '';
  drawn.setAttribute('viewBox', `0 0 ${size(drawn, 'width')} ${size(drawn, 'height')}`);
  drawn.setAttribute('preserveAspectRatio', 'xMinYMin meet');
  for (const name of ['width', 'height', 'role', 'aria-label']) drawn.setAttribute(name, size(picture, name));
  for (const name of ['class', 'aria-roledescription']) drawn.removeAttribute(name);
  for (const part of drawn.querySelectorAll('[role], [aria-roledescription]'))
    for (const name of ['role', 'aria-roledescription']) part.removeAttribute(name);
}
