import type { Catalogue } from '../messages/catalogue.ts';
import type { Language } from './languages.ts';

/** A file of its own for each language, so that nobody loads the others. */
const CATALOGUES: Readonly<Record<Language, () => Promise<{ readonly messages: Catalogue }>>> = {
  en: () => import('../messages/en.ts'),
  de: () => import('../messages/de.ts'),
  'pt-BR': () => import('../messages/pt-br.ts'),
  ko: () => import('../messages/ko.ts'),
  ja: () => import('../messages/ja.ts'),
  'zh-CN': () => import('../messages/zh-cn.ts'),
};

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const { messages } = await CATALOGUES[language]();
  return messages;
}
