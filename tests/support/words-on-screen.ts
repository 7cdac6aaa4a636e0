import type { Frame } from '@playwright/test';

/** What a drawing in a page shows of itself. */
export interface OnScreen {
  /** Size of its smallest words, px of the frame. */
  words: number;
  /** Part of the frame's height and width that it fills; the larger of the two. */
  fills: number;
}

/** Measures the drawing that a frame of a diagram shows. */
export const drawingOnScreen = (frame: Frame): Promise<OnScreen> =>
  frame.evaluate(() => {
    const svg = [...document.querySelectorAll('svg')].find((one) => getComputedStyle(one).display !== 'none')!;
    const scale = svg.getScreenCTM()!.a;
    const words = [...svg.querySelectorAll('text, tspan')]
      .filter((text) => text.textContent!.trim() !== '')
      .map((text) => parseFloat(getComputedStyle(text).fontSize) * scale);
    const { width, height } = svg.viewBox.baseVal;
    const fills = Math.max((width * scale) / innerWidth, (height * scale) / innerHeight);
    return { words: Math.min(...words), fills };
  });
