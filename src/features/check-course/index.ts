import type { AstroIntegration } from 'astro';

export {
  addressIndex,
  parseLinks,
  type AddressIndex,
  type ChangesFeed,
  type LinksDocument,
} from './core/address-index.ts';
export { checkFile, checkText, isFault, states, type Check, type FileReport, type Line } from './core/check.ts';
export { correctFile } from './core/fix.ts';
export { extensionOf, fixedName, isCourseFile, isFixed } from './core/forms.ts';
export {
  notesOf,
  placesWords,
  remarks,
  stateWords,
  sumWords,
  troubleWords,
  type TranslateCheck,
} from './core/report.ts';
export { blobSource, bytesSource, joinBytes, type Source } from './core/source.ts';
export { Trouble } from './core/trouble.ts';

/** Adds `/check-course.json`, the address index that `/teach/check/` loads. The command-line version is `tools/check-course`. */
export default function checkCourse(): AstroIntegration {
  return {
    name: 'check-course',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/check-course.json', entrypoint: new URL('./routes/index.json.ts', import.meta.url) });
      },
    },
  };
}
