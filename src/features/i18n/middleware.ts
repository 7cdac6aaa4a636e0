import { defineMiddleware } from 'astro:middleware';

type T = App.Locals['t'];

/**
 * Makes `Astro.locals.t` interpolate values unescaped: Astro escapes what it renders, and i18next would do so a second time.
 * A missing value throws, where i18next would insert nothing.
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
