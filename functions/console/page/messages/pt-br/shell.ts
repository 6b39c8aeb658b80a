import type { Translation } from '../catalogue.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: Translation<typeof english> = {
  product: 'License Usage Sync',
  'document-title': '{view} · License Usage Sync',
  enterprise: 'Empresa',
  'signed-in-as': 'Conectado como',
  'sign-out': 'Sair',
  'sign-out-failed': 'Você ainda está conectado: não foi possível acessar o servidor. Tente novamente.',
  navigation: 'Visualizações',
  usage: 'Uso',
  'server-instances': 'Instâncias Enterprise Server',
  people: 'Pessoas',
  findings: 'Constatações',
  language: 'Idioma',
  theme: 'Tema',
  'theme-auto': 'Igual ao sistema',
  'theme-light': 'Claro',
  'theme-dark': 'Escuro',
  'no-such-view': 'Não há nada neste endereço.',
  'go-to-usage': 'Ir para o uso',
};
