import { labFacts, labsOn, type LabFacts } from './lab-files.ts';
import { siteModel } from './model.ts';
import { sidebarAddresses } from './sidebar.ts';

/** A lab and the page that shows it. */
export interface ShownLab extends LabFacts {
  id: string;
  /** Address of its page. */
  address: string;
}

/** All labs shown on sidebar pages, in sidebar order. */
export function shownLabs(): ShownLab[] {
  const facts = labFacts(process.cwd());
  const { pages } = siteModel();
  return sidebarAddresses().flatMap((address) => {
    const page = pages.find((one) => one.address === address);
    return (page ? labsOn(page) : []).flatMap((id) => {
      const own = facts.get(id);
      return own ? [{ id, address, ...own }] : [];
    });
  });
}
