import { useState } from 'preact/hooks';
import { SelectMenu } from '../components/select-menu.tsx';
import { useLanguage } from '../language/language-context.tsx';
import { isLanguage, LANGUAGES } from '../language/languages.ts';
import { chooseTheme, preferredTheme, THEMES, type Theme } from '../preferences/theme.ts';
import './footer.css';

const LANGUAGE_CHOICES = Object.entries(LANGUAGES).flatMap(([value, label]) =>
  isLanguage(value) ? [{ value, label, lang: value }] : [],
);

/** How the page looks and speaks: also for who has not signed in. */
export function Footer() {
  const { translator, choose } = useLanguage();
  const [theme, setTheme] = useState(preferredTheme);
  const choseTheme = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <footer class="footer">
      <SelectMenu
        label={translator.text('shell.language')}
        icon="globe"
        value={translator.language}
        choices={LANGUAGE_CHOICES}
        onChoose={choose}
      />
      <SelectMenu
        label={translator.text('shell.theme')}
        icon="device-desktop"
        value={theme}
        choices={THEMES.map((value) => ({ value, label: translator.text(`shell.theme-${value}`) }))}
        onChoose={choseTheme}
      />
    </footer>
  );
}
