/** File name of a page's card without extension: the address with hyphens instead of slashes. */
export const cardName = (address: string) => address.slice(1, -1).replaceAll('/', '-') || 'home';
