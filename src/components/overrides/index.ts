/** Overrides of Starlight components. The search feature adds its own. */
export default {
  ThemeProvider: './src/components/overrides/ThemeProvider.astro',
  ThemeSelect: './src/components/overrides/ThemeSelect.astro',
  LanguageSelect: './src/components/overrides/LanguageSelect.astro',
  EditLink: './src/components/overrides/EditLink.astro',
  Pagination: './src/components/overrides/Pagination.astro',
  SiteTitle: './src/components/overrides/SiteTitle.astro',
  PageTitle: './src/components/overrides/PageTitle.astro',
  MarkdownContent: './src/components/overrides/MarkdownContent.astro',
  LastUpdated: './src/components/overrides/LastUpdated.astro',
  Footer: './src/components/overrides/Footer.astro',
};
