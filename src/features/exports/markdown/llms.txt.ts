import type { APIRoute } from 'astro';
import { absolute, siteModel, words } from '#model/model.ts';
import { sidebarGroups } from '#model/sidebar.ts';
import { siteTitle } from '#site.ts';

/** A map of the site for language models: each page's Markdown twin with its description. */
export const GET: APIRoute = ({ site }) => {
  const { pages } = siteModel();
  const at = (address: string) => absolute(address, site?.href, import.meta.env.BASE_URL);
  const line = (address: string) => {
    const page = pages.find((one) => one.address === address);
    return page ? [`- [${words(page).title}](${at(address)}index.md): ${words(page).description}`] : [];
  };
  const sections = sidebarGroups().map(
    ({ label, addresses }) => `## ${label}\n\n${addresses.flatMap(line).join('\n')}`,
  );
  const head = `# ${siteTitle}\n\n> What containers and virtual machines share, where they differ, and when that matters. Each claim has its source; each figure its conditions. CC BY 4.0.`;
  return new Response(`${[head, ...sections].join('\n\n')}\n\nThe whole text in one file: ${at('/llms-full.txt')}\n`);
};
