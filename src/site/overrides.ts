/** Parts of Starlight's layout that are wrapped or replaced, and the file that does it. */
export const overrides = {
  SiteTitle: './src/components/overrides/SiteTitle.astro',
  PageTitle: './src/components/overrides/PageTitle.astro',
  Search: './src/components/overrides/Search.astro',
  MarkdownContent: './src/components/overrides/MarkdownContent.astro',
  Footer: './src/components/overrides/Footer.astro',
};
