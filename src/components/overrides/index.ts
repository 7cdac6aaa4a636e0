/** Parts of Starlight's layout that are wrapped or replaced, and the file that does it. The search brings its own. */
export default {
  SiteTitle: './src/components/overrides/SiteTitle.astro',
  PageTitle: './src/components/overrides/PageTitle.astro',
  MarkdownContent: './src/components/overrides/MarkdownContent.astro',
  Footer: './src/components/overrides/Footer.astro',
};
