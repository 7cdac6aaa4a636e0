// One module for each group of sentences that scripts of the browser need: `src/features/i18n/index.ts` makes them.
type Group<Name extends string> = Extract<import('#model/i18n.ts').FileKey, `${Name}.${string}`>;
type Strings<Name extends string> = Readonly<Record<Group<Name>, string>>;
type TranslateGroup<Name extends string> = import('#shared/message.ts').Translate<Group<Name>>;

declare module 'virtual:i18n/check' {
  export const strings: Strings<'check'>;
  export const t: TranslateGroup<'check'>;
}
declare module 'virtual:i18n/choice' {
  export const strings: Strings<'choice'>;
  export const t: TranslateGroup<'choice'>;
}
declare module 'virtual:i18n/code' {
  export const strings: Strings<'code'>;
}
declare module 'virtual:i18n/labs' {
  export const strings: Strings<'labs'>;
  export const t: TranslateGroup<'labs'>;
}
declare module 'virtual:i18n/mark' {
  export const strings: Strings<'mark'>;
  export const t: TranslateGroup<'mark'>;
}
declare module 'virtual:i18n/search' {
  export const strings: Strings<'search'>;
  export const t: TranslateGroup<'search'>;
}
declare module 'virtual:i18n/share' {
  export const strings: Strings<'share'>;
  export const t: TranslateGroup<'share'>;
}
