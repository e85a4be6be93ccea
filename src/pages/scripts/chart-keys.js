const hint = 'Arrow keys go through the chart, Escape closes.';

/**
 * Makes a chart one stop of the keyboard. Arrow keys, Home and End go through its marks, what each says is shown and
 * read out, Enter goes where it leads, Escape closes it.
 * @param {HTMLElement} box the chart
 * @param {readonly import('./chart-marks.js').ChartMark[]} marks
 * @param {import('./chart-tip.js').ChartTip} tip
 */
export function goThroughByKeys(box, marks, tip) {
  let at = -1;
  const go = (/** @type {number} */ to) => {
    const mark = marks[to];
    if (mark === undefined) return;
    at = to;
    const text = mark.href === null ? mark.text : `${mark.text} Enter shows more.`;
    mark.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    tip.show(text, mark.element, true);
    tip.say(`${text} ${to + 1} of ${marks.length}.`);
  };
  // One stop: the frame that scrolls was one until now.
  box.parentElement?.removeAttribute('tabindex');
  box.tabIndex = 0;
  box.setAttribute('role', 'application');
  box.setAttribute('aria-roledescription', 'chart');
  box.setAttribute('aria-label', `${box.querySelector('svg')?.getAttribute('aria-label') ?? ''} ${hint}`);
  box.addEventListener('focus', () => {
    if (box.matches(':focus-visible') && at < 0) tip.show(hint, box, false);
  });
  box.addEventListener('blur', () => tip.hide());
  box.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = next(event.key, at, marks);
    const href = marks[at]?.href ?? null;
    if (to !== null) go(to);
    else if (event.key === 'Enter' && href !== null && tip.shown()) location.assign(href);
    else return;
    event.preventDefault();
  });
}

/**
 * @param {string} key @param {number} at @param {readonly import('./chart-marks.js').ChartMark[]} marks
 * @returns {number | null} null for a key that does not go anywhere
 */
function next(key, at, marks) {
  const last = marks.length - 1;
  const within = (/** @type {number} */ to) => Math.max(0, Math.min(last, to));
  if (key === 'Home' || (at < 0 && key.startsWith('Arrow'))) return 0;
  if (key === 'End') return last;
  if (key === 'ArrowRight') return within(at + 1);
  if (key === 'ArrowLeft') return within(at - 1);
  if (key === 'ArrowDown') return inNextRow(at, marks, 1);
  if (key === 'ArrowUp') return inNextRow(at, marks, -1);
  return null;
}

/** @param {number} at @param {readonly import('./chart-marks.js').ChartMark[]} marks @param {1 | -1} way */
function inNextRow(at, marks, way) {
  const middles = marks.map(({ element }) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  const here = middles[at] ?? { x: 0, y: 0 };
  const farness = (/** @type {{ x: number, y: number }} */ { x, y }) =>
    Math.abs(y - here.y) * 1000 + Math.abs(x - here.x);
  let best = at;
  for (const [index, middle] of middles.entries()) {
    const chosen = middles[best];
    if ((middle.y - here.y) * way <= 4 || chosen === undefined) continue;
    if (best === at || farness(middle) < farness(chosen)) best = index;
  }
  return best;
}
