export { quizDownloads, quizFiles, fileAddress, type QuizFile } from './exports/files.ts';
export { quizSectionWords, sectionLabel } from './labels.ts';
export { sampleSize } from './sample-size.ts';
import type { AstroIntegration } from 'astro';

const entry = (file: string) => new URL(`./routes/${file}`, import.meta.url);

/** The quiz from `content/data/quiz.yml`: a page per section below `/teach/quiz/`, and exports for courses below `/downloads/quiz/`. */
export default function quiz(): AstroIntegration {
  return {
    name: 'quiz',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/teach/quiz/[section]', entrypoint: entry('section.astro') });
        injectRoute({ pattern: '/downloads/quiz/[file]', entrypoint: entry('download.ts') });
      },
    },
  };
}
