import fc from 'fast-check';

/** Every property draws the same cases in every run, unless it names a seed of its own. */
fc.configureGlobal({ seed: 2018 });
