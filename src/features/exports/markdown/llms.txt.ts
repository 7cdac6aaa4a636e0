import type { APIRoute } from 'astro';
import { atSite, siteModel, words } from '#model/model.ts';
import { sidebarGroups } from '#model/sidebar.ts';
import { t } from '#model/i18n.ts';
import { licence, siteTitle } from '#site.ts';

/** A map of the site for language models: a link to the Markdown version of each page, with its description. */
export const GET: APIRoute = ({ site }) => {
  const { pages } = siteModel();
  const at = atSite(site, import.meta.env.BASE_URL);
  const line = (address: string) => {
    const page = pages.find((one) => one.address === address);
    return page ? [`- [${words(page).title}](${at(address)}index.md): ${words(page).description}`] : [];
  };
  const sections = sidebarGroups().map(
    ({ label, addresses }) => `## ${label}\n\n${addresses.flatMap(line).join('\n')}`,
  );
  const head = `# ${siteTitle}\n\n> ${t('llms.summary', { licence: licence.name })}`;
  return new Response(`${[head, ...sections].join('\n\n')}\n\n${t('llms.whole', { url: at('/llms-full.txt') })}\n`);
};
