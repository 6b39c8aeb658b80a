import './without-eval.ts';
import { render } from 'preact';
import { App } from './app.tsx';
import { LanguageProvider, loadTranslator, preferredLanguage } from './language/language-context.tsx';
import { applyTheme, preferredTheme } from './preferences/theme.ts';
import './styles/base.css';
import './styles/form.css';

applyTheme(preferredTheme());
const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element with the id "page"');
render(
  <LanguageProvider initial={await loadTranslator(preferredLanguage())}>
    <App />
  </LanguageProvider>,
  page,
);
