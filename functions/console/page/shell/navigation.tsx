import { Icon } from '../components/icon.tsx';
import { useTranslator } from '../language/language-context.tsx';
import { hrefOf, type Route } from '../router/route.ts';
import { SECTIONS, sectionAt } from '../views/sections.ts';
import './navigation.css';

export function Navigation({ route }: { readonly route: Route }) {
  const translator = useTranslator();
  const current = sectionAt(route);
  return (
    <nav class="navigation" aria-label={translator.text('shell.navigation')}>
      <ul>
        {SECTIONS.map(({ name, icon }) => (
          <li key={name}>
            <a href={hrefOf([name])} aria-current={name === current ? 'page' : undefined}>
              <Icon name={icon} />
              {translator.text(`shell.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
