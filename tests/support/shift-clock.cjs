// Loaded before a build by `--require`, so that the build believes it is another day. Plain JavaScript: it runs in every process and thread of the build.
const days = Number(process.env.SHIFT_CLOCK_DAYS ?? 0);
const Real = globalThis.Date;

/** The clock, `SHIFT_CLOCK_DAYS` days ahead; a date that is given stays what it is. */
globalThis.Date = class Date extends Real {
  /** @param {[]} given none for the present, else what the real one takes */
  constructor(...given) {
    if (given.length === 0) super(Date.now());
    else super(...given);
  }
  static now() {
    return Real.now() + days * 86_400_000;
  }
};
