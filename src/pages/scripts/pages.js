// Named by every page. Makes a chart live when it comes near to what is seen; without it the page is whole as well.
const charts = document.querySelectorAll('[data-vega]');

const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting && target instanceof HTMLElement) {
        near.unobserve(target);
        void import('./live-chart.js')
          .then(({ makeLive }) => makeLive(target))
          // The picture from the server stays.
          .catch(() => target.setAttribute('data-live', 'no'));
      }
  },
  { rootMargin: '400px' },
);
for (const chart of charts) near.observe(chart);
if (document.querySelector('input[data-copy]') !== null)
  void import('./copy-address.js').then(({ offerToCopy }) => offerToCopy());
