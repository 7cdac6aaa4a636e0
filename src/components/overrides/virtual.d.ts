declare module 'virtual:starlight/user-config' {
  /** What Starlight made of the site's configuration, as far as it is read here. */
  const config: { isMultilingual: boolean };
  export default config;
}
