/** Scripts that a test runs in a page, as text: the rest of the code has no types of a browser. */
export const inPage = {
  openDetails: "for (const one of document.querySelectorAll('details')) one.open = true;",
  sidewaysScroll: 'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  /** What can be scrolled sideways within the page, by its id or the beginning of its markup. */
  innerScroll: `[...document.querySelectorAll('main *')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible' && !one.closest('.govuk-visually-hidden, thead'))
    .map((one) => one.id || one.outerHTML.slice(0, 80))`,
  /** Sets text as wide apart as a reader may: lines, paragraphs, letters and words. */
  spaceText: `(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  })()`,
  /** Charts whose drawing is shown smaller than it was made, or is wider than its frame. */
  shrunkCharts: `[...document.querySelectorAll('.hr-drawing svg')].filter((one) => one.checkVisibility())
    .filter((one) => one.getBoundingClientRect().width < one.viewBox.baseVal.width * 0.97 || one.closest('.hr-scroll').scrollWidth > one.closest('.hr-scroll').clientWidth + 1)
    .map((one) => one.getAttribute('aria-label'))`,
  /** What is cut off without a way to scroll to it. */
  cutOff: `[...document.querySelectorAll('body *')].filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const cuts = (overflow, whole, seen) => ['hidden', 'clip'].includes(overflow) && whole > seen + 1;
    return one.checkVisibility() && !one.matches('input') && !one.closest('svg, thead, .govuk-visually-hidden, .govuk-skip-link')
      && (cuts(overflowX, one.scrollWidth, one.clientWidth) || cuts(overflowY, one.scrollHeight, one.clientHeight));
  }).map((one) => one.outerHTML.slice(0, 100))`,
  /** Fields for the reader's own name that the browser is not told it can fill. */
  namesToFill: `[...document.querySelectorAll('input[name=by]:not([type=hidden], [autocomplete=name])')].map((one) => one.id)`,
  width: 'document.documentElement.scrollWidth',
  activeId: 'document.activeElement.id',
  brokenPictures: `Promise.all([...document.images].map((one) => one.decode().catch(() => {}))).then(() =>
    [...document.images].filter((one) => one.naturalWidth === 0).map((one) => one.src))`,
  /** Numbers all that the keyboard must reach, in the order of the page, and gives how many there are; choices of one group are one stop. */
  numberPlaces: `(() => {
    const all = document.querySelectorAll('a[href], button, select, textarea, input:not([type=hidden]), summary, [tabindex="0"]');
    const choices = (one) => [...document.querySelectorAll('input[type=radio]')].filter(({ name, form }) => name === one.name && form === one.form);
    const isStop = (one) => one.type !== 'radio' || one === (choices(one).find(({ checked }) => checked) ?? choices(one)[0]);
    const shown = [...all].filter((one) => one.checkVisibility() && isStop(one));
    shown.forEach((one, index) => { one.dataset.place = String(index); });
    return shown.length;
  })()`,
  /** Where the focus is: its number, whether it shows, whether something lies over all of it, and what it is. */
  focus: `(() => {
    const active = document.activeElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active);
    const visible = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    const within = (low, high, most) => [0.1, 0.5, 0.9].map((part) => Math.max(0, low) + part * (Math.min(most, high) - Math.max(0, low)));
    const shows = (x, y) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (active.contains(top) || top.closest('label')?.control === active);
    };
    const covered = ![...active.getClientRects()].some(({ left, right, top, bottom }) =>
      within(left, right, innerWidth).some((x) => within(top, bottom, innerHeight).some((y) => shows(x, y))));
    return { place: active.dataset.place ?? null, visible, covered, what: active.outerHTML.slice(0, 120) };
  })()`,
} as const;

/** What `inPage.focus` gives. */
export interface Focus {
  readonly place: string | null;
  readonly visible: boolean;
  readonly covered: boolean;
  readonly what: string;
}
