/**
 * What is said of a mark, beside it.
 * @typedef {object} ChartTip
 * @property {(text: string, at: Element, marked: boolean) => void} show
 * @property {() => void} hide
 * @property {() => boolean} shown
 * @property {() => boolean} pointed whether the pointer is on it
 * @property {(left: () => void) => void} whenLeft
 * @property {(text: string) => void} say to those who listen
 */

/**
 * Adds to a chart the box that says what a mark is, the frame round it, and the place from which it is read out.
 * @param {HTMLElement} section the chart with its words, in which they are placed
 * @returns {ChartTip}
 */
export function chartTip(section) {
  const box = added(section, 'hr-tip');
  const frame = added(section, 'hr-marked');
  const voice = added(section, 'govuk-visually-hidden');
  for (const one of [box, frame]) one.setAttribute('aria-hidden', 'true');
  voice.setAttribute('aria-live', 'polite');
  voice.hidden = false;
  return {
    show(text, at, marked) {
      box.textContent = text;
      box.hidden = false;
      frame.hidden = !marked;
      const [whole, mark] = [section.getBoundingClientRect(), at.getBoundingClientRect()];
      const gap = marked ? 10 : 6;
      const { offsetWidth: width, offsetHeight: height } = box;
      const middle = (mark.left + mark.right) / 2 - whole.left;
      const left = Math.max(0, Math.min(middle - width / 2, whole.width - width));
      const above = mark.top - whole.top - height - gap;
      place(box, left, mark.top - height - gap > 0 ? above : mark.bottom - whole.top + gap);
      place(frame, mark.left - whole.left - 4, mark.top - whole.top - 4);
      frame.style.width = `${mark.width + 8}px`;
      frame.style.height = `${mark.height + 8}px`;
    },
    hide() {
      box.hidden = true;
      frame.hidden = true;
    },
    shown: () => !box.hidden,
    pointed: () => box.matches(':hover'),
    whenLeft: (left) => box.addEventListener('pointerleave', left),
    say(text) {
      voice.textContent = text;
    },
  };
}

/** @param {HTMLElement} section @param {string} name */
function added(section, name) {
  const made = document.createElement('div');
  made.className = name;
  made.hidden = true;
  section.append(made);
  return made;
}

/** @param {HTMLElement} box @param {number} left @param {number} top */
function place(box, left, top) {
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
