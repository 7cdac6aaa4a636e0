/** How many questions stand on a page that is about something else. */
export const sampleSize = 6;
