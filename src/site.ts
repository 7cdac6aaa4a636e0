import { t } from '#model/i18n.ts';

/** Name of the site, for the header and page titles. */
export const siteTitle = t('site.title');

/** Repository with the sources; base of edit links. */
export const repository = 'https://github.com/containers-vs-vms/containers-vs-vms';

/** Licence of text and diagrams. */
export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** Licence of the code. */
export const codeLicence = { name: 'MIT', url: `${repository}/blob/main/LICENSE` };

/** A host that cannot exist, so that trial builds do not link to anyone's site. */
export const unpublishedHost = 'https://containers-vs-vms.example';

/** The host that the site is built for, from `SITE`. */
export const host = process.env.SITE ?? unpublishedHost;

/** The sub-path that the site is built for, from `BASE`. */
export const base = process.env.BASE ?? '/';
