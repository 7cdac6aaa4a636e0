/** File name of a page's card, without its ending: the address with hyphens for slashes. */
export const cardName = (address: string) => address.slice(1, -1).replaceAll('/', '-') || 'home';
