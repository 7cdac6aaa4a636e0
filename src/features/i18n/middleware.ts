import { defineMiddleware } from 'astro:middleware';

type T = App.Locals['t'];

/**
 * Lets `Astro.locals.t` leave values as they are: Astro escapes what it prints, and i18next would do so a second time.
 * A value that is forgotten stops the build, where i18next would print nothing in its place.
 */
export const onRequest = defineMiddleware((context, next) => {
  const { t } = context.locals;
  const options = {
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, [, name]: RegExpExecArray) => {
      throw new Error(`The sentence "${text}" needs the value "${name}".`);
    },
  };
  const unescaped = (key: never, values: object) =>
    (t as (key: never, values: object) => string)(key, { ...values, ...options });
  context.locals.t = Object.assign(unescaped, { all: t.all, exists: t.exists, dir: t.dir }) as unknown as T;
  return next();
});
