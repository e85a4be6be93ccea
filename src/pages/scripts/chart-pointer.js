import { itemOf } from './chart-marks.js';

// Long enough to go from a mark to what is said of it.
const patience = 250;

/**
 * Says what the pointer is on, until it has left both the mark and what is said, or Escape is pressed; a click goes
 * where the mark leads. A finger's first touch says it, its second goes there.
 * @param {SVGSVGElement} svg
 * @param {readonly import('./chart-marks.js').ChartMark[]} marks
 * @param {import('./chart-tip.js').ChartTip} tip
 */
export function followPointer(svg, marks, tip) {
  let leaving = 0;
  /** @type {string | null} */
  let touched = null;
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (!tip.pointed()) tip.hide();
    }, patience);
  };
  const saidAt = (/** @type {Event} */ event) =>
    event.target instanceof Element ? itemOf(event.target) : null;
  svg.addEventListener('pointerover', (event) => {
    const said = saidAt(event);
    if (said === null || !(event.target instanceof Element)) return leave();
    clearTimeout(leaving);
    tip.show(said.text, event.target, false);
  });
  svg.addEventListener('pointerleave', leave);
  tip.whenLeft(leave);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') tip.hide();
  });
  for (const { element, href } of marks) if (href !== null) element.classList.add('hr-leads');
  svg.addEventListener('click', (event) => {
    const said = saidAt(event);
    const href = marks.find(({ text }) => text === said?.text)?.href ?? null;
    if (said === null || href === null) return;
    const byFinger = event instanceof PointerEvent && event.pointerType === 'touch';
    if (byFinger && touched !== said.text) touched = said.text;
    else location.assign(href);
  });
}
