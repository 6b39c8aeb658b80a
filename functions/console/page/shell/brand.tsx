import { Icon } from '../components/icon.tsx';
import { useTranslator } from '../language/language-context.tsx';
import { hrefOf } from '../router/route.ts';
import './header.css';

/** The name of the product, which leads to the beginning. */
export function Brand() {
  const translator = useTranslator();
  return (
    <a class="header-product" href={hrefOf([])}>
      <Icon name="people" size={24} />
      <span>{translator.text('shell.product')}</span>
    </a>
  );
}
