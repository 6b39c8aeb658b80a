import type { Translation } from '../catalogue.ts';
import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Translation<typeof english> = {
  title: 'Entrar',
  lead: 'Proprietários da empresa {enterprise} veem aqui quem consome licenças de usuário e por quê.',
  'with-github': 'Entrar com o GitHub',
  'with-token': 'Entrar com um personal access token',
  token: 'Personal access token (classic)',
  'token-hint':
    'Com o escopo {scope}. Ele é mantido em um cookie criptografado deste navegador por no máximo oito horas.',
  submit: 'Entrar',
  'unknown-token':
    'O GitHub não conhece este token. Verifique se ele foi colado por inteiro e se não expirou.',
  not_an_owner:
    'Somente proprietários da empresa podem entrar, com um token que tenha o escopo read:enterprise. Peça a um proprietário da empresa que torne você um deles ou entre com outra conta.',
  access_denied:
    'O GitHub não teve permissão para dizer quem você é. Entre novamente e autorize o aplicativo.',
  expired: 'A sessão expirou. Entre novamente.',
  github_unavailable:
    'No momento, não é possível perguntar ao GitHub quem você é. Tente novamente em um minuto.',
};
