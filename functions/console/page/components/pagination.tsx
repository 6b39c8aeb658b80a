import { useTranslator } from '../language/language-context.tsx';
import { Icon } from './icon.tsx';
import { pagesToShow } from './pages-to-show.ts';
import './pagination.css';

interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly hrefOfPage: (page: number) => string;
}

/** Links to other pages of a listing; nothing when there is but one. */
export function Pagination({ page, perPage, total, hrefOfPage }: PaginationProps) {
  const translator = useTranslator();
  const last = Math.max(1, Math.ceil(total / perPage));
  if (last === 1) return null;
  return (
    <nav class="pagination" aria-label={translator.text('controls.pages')}>
      {page > 1 && (
        <a href={hrefOfPage(Math.min(page - 1, last))} rel="prev">
          <Icon name="chevron-left" />
          {translator.text('controls.previous')}
        </a>
      )}
      <ol>
        {pagesToShow(page, last).map((shown) => (
          <li key={shown} class={isAfterGap(shown, page, last) ? 'after-gap' : undefined}>
            <a
              href={hrefOfPage(shown)}
              aria-current={shown === page ? 'page' : undefined}
              aria-label={translator.text('controls.page', { page: shown })}
            >
              {translator.number(shown)}
            </a>
          </li>
        ))}
      </ol>
      {page < last && (
        <a href={hrefOfPage(page + 1)} rel="next">
          {translator.text('controls.next')}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}

function isAfterGap(shown: number, page: number, last: number): boolean {
  const shownPages = pagesToShow(page, last);
  const before = shownPages[shownPages.indexOf(shown) - 1];
  return before !== undefined && before < shown - 1;
}
