/** In the order of the menu, each by its own name. The keys are BCP 47 tags. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  'pt-BR': 'Português (Brasil)',
  ko: '한국어',
  ja: '日本語',
  'zh-CN': '简体中文',
} as const;

export type Language = keyof typeof LANGUAGES;

const TAGS = Object.keys(LANGUAGES).filter(isLanguage);

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}

/** The first of the wanted languages that there is, else English. Who reads traditional Chinese gets no simplified. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = TAGS.find((candidate) => writtenLanguage(candidate) === writtenLanguage(tag));
    if (language !== undefined) return language;
  }
  return 'en';
}

/** Language and script: `zh-TW` is written otherwise than `zh-CN`, `pt-PT` like `pt-BR`. Null for what is no tag. */
function writtenLanguage(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}
