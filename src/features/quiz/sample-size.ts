/** Number of questions on a page whose main content is something else. */
export const sampleSize = 6;
