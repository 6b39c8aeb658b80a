import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { readPreference, writePreference } from '../preferences/preferences.ts';
import { bestLanguage, isLanguage, type Language } from './languages.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { Translator } from './translator.ts';

interface LanguageChoice {
  readonly translator: Translator;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

/** The language chosen before, else what the browser asks for. */
export function preferredLanguage(): Language {
  const chosen = readPreference('language');
  return chosen !== null && isLanguage(chosen) ? chosen : bestLanguage(navigator.languages);
}

export async function loadTranslator(language: Language): Promise<Translator> {
  return new Translator(language, await loadCatalogue(language));
}

interface LanguageProviderProps {
  readonly initial: Translator;
  readonly children: ComponentChildren;
}

export function LanguageProvider({ initial, children }: LanguageProviderProps) {
  const [translator, setTranslator] = useState(initial);
  useEffect(() => {
    document.documentElement.lang = translator.language;
  }, [translator]);
  const choose = async (language: Language) => {
    writePreference('language', language);
    setTranslator(await loadTranslator(language));
  };
  return <LanguageContext.Provider value={{ translator, choose }}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error('useLanguage outside of LanguageProvider');
  return choice;
}

export function useTranslator(): Translator {
  return useLanguage().translator;
}
