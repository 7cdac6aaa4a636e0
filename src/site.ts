import { t } from '#model/i18n.ts';

/** Name of the site, in the header and after each page's title. */
export const siteTitle = t('site.title');

/** Where the source lives; edit links start here. */
export const repository = 'https://github.com/containers-vs-vms/containers-vs-vms';

/** Licence of words and diagrams. */
export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** Licence of the code. */
export const codeLicence = { name: 'MIT', url: `${repository}/blob/main/LICENSE` };

/** A host that cannot exist, so that what is tried out links to nobody. */
export const unpublishedHost = 'https://containers-vs-vms.example';

/** The host that the site is built for, from `SITE`. */
export const host = process.env.SITE ?? unpublishedHost;

/** The sub-path that the site is built for, from `BASE`. */
export const base = process.env.BASE ?? '/';
