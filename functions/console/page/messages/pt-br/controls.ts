import type { Translation } from '../catalogue.ts';
import type { controls as english } from '../en/controls.ts';

export const controls: Translation<typeof english> = {
  loading: 'Carregando',
  close: 'Fechar',
  cancel: 'Cancelar',
  'dismiss-message': 'Fechar esta mensagem',
  pages: 'Páginas',
  page: 'Página {page}',
  previous: 'Anterior',
  next: 'Próximo',
  'download-started': 'O download começou.',
  preparing: 'Preparando',
  'nothing-to-download': 'Não há nada para baixar antes da primeira mesclagem.',
};
