/**
 * A mark that has something to say.
 * @typedef {object} ChartMark
 * @property {Element} element what is drawn
 * @property {string} text
 * @property {string | null} href where it leads: to what its section or objective is made of
 */

// A line is one mark for many rows: its points speak.
const wholes = new Set(['line', 'area', 'trail', 'group']);

/**
 * The marks of a chart that say something (`tooltip` in its specification), as they are read: along its lines where it
 * has lines, else row by row from the left. Several that say the same are one.
 * @param {SVGSVGElement} svg as Vega drew it
 * @param {DOMStringMap} links `section` and `objective`: addresses in which `{}` stands for the id
 * @returns {readonly ChartMark[]}
 */
export function chartMarks(svg, links) {
  /** @type {Map<string, ChartMark & { top: number, left: number }>} */
  const found = new Map();
  for (const element of svg.querySelectorAll('path, rect, text, line')) {
    const item = itemOf(element);
    const { width, height, top, left } = element.getBoundingClientRect();
    if (item === null || width === 0 || height === 0) continue;
    const known = found.get(item.text);
    if (known === undefined)
      found.set(item.text, {
        element,
        text: item.text,
        href: hrefOf(item.datum, links),
        top: top + height / 2,
        left,
      });
  }
  const marks = [...found.values()];
  if (svg.querySelector('.mark-line') !== null) return marks;
  return marks.sort((a, b) => (Math.abs(a.top - b.top) > 4 ? a.top - b.top : a.left - b.left));
}

/**
 * What an element of the drawing says; null if nothing.
 * @param {Element} element
 */
export function itemOf(element) {
  const item = Reflect.get(element, '__data__');
  const text = item?.tooltip;
  if (typeof text !== 'string' || text === '' || wholes.has(item.mark?.marktype)) return null;
  return { text, datum: item.datum };
}

/** @param {unknown} datum @param {DOMStringMap} links */
function hrefOf(datum, links) {
  if (typeof datum !== 'object' || datum === null) return null;
  for (const name of ['objective', 'section']) {
    const [id, address] = [Reflect.get(datum, name), links[name]];
    if (address !== undefined && (typeof id === 'number' || (typeof id === 'string' && id !== '')))
      return address.replace('{}', encodeURIComponent(id));
  }
  return null;
}
