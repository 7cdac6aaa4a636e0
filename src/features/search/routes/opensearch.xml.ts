import type { APIRoute } from 'astro';
import { siteTitle } from '#site.ts';
import { t } from '#model/i18n.ts';
import { escapeHtml } from '#shared/html.ts';
import { withBase } from '#shared/url.ts';

/** Serves the description that lets browsers search this site from their address bar (OpenSearch 1.1). */
export const GET: APIRoute = ({ site }) => {
  const at = (href: string) => new URL(withBase(href, import.meta.env.BASE_URL), site).href;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeHtml(t('site.shortTitle'))}</ShortName>
  <LongName>${escapeHtml(siteTitle)}</LongName>
  <Description>${escapeHtml(t('searchPage.forBrowsers'))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${at('/favicon.svg')}</Image>
  <Url type="text/html" template="${at('/search/')}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(body, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
};
