/** Name of the site, in the header and after each page's title. */
export const siteTitle = 'Containers vs. virtual machines';

/** Where the source lives; edit links start here. */
export const repository = 'https://github.com/containers-vs-vms/containers-vs-vms';

/** Licence of words and diagrams. */
export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
