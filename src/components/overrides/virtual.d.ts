declare module 'virtual:starlight/user-config' {
  /** The part of Starlight's resolved configuration that is used here. */
  const config: { isMultilingual: boolean };
  export default config;
}
