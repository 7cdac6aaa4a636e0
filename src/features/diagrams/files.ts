import { drawingThemes, type DrawingTheme } from './standalone.ts';

/** A file of a drawing, below `/d/`. */
export interface DrawingFile {
  /** Name of the file, part of a permanent address. */
  file: string;
  /** `page` as pages show it, `slide` in 16:9. */
  form: 'page' | 'slide';
  theme: DrawingTheme;
  type: 'svg' | 'png';
}

const pageThemes: readonly DrawingTheme[] = ['light', 'dark'];
const suffix = (theme: DrawingTheme) => (theme === 'light' ? '' : `-${theme}`);

/** All files of a drawing: `stack-vms.svg`, `stack-vms-slide-dark.svg`, `stack-vms-slide.png` and so on. */
export const drawingFiles = (id: string): DrawingFile[] => [
  ...pageThemes.map((theme): DrawingFile => ({ file: `${id}${suffix(theme)}.svg`, form: 'page', theme, type: 'svg' })),
  { file: `${id}.png`, form: 'page', theme: 'light', type: 'png' },
  ...drawingThemes.map((theme): DrawingFile => ({
    file: `${id}-slide${suffix(theme)}.svg`,
    form: 'slide',
    theme,
    type: 'svg',
  })),
  { file: `${id}-slide.png`, form: 'slide', theme: 'light', type: 'png' },
];
