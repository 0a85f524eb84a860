/** The languages the bot speaks. */
export const LANGUAGES = ['en', 'zh-TW', 'zh-CN'] as const;
export type InterfaceLanguage = (typeof LANGUAGES)[number];

/** A text in each language the bot speaks: a missing one is a type error. */
export type Translated<Text> = Readonly<Record<InterfaceLanguage, Text>>;

/** The language for a reader whose Discord is set to `locale`: English unless it is Chinese. */
export function languageFor(locale: string): InterfaceLanguage {
  if (locale === 'zh-TW' || locale === 'zh-HK') return 'zh-TW';
  return locale.startsWith('zh') ? 'zh-CN' : 'en';
}
