import type { Translation } from '../catalogue.ts';
import type { signIn as english } from '../en/sign-in.ts';

export const signIn: Translation<typeof english> = {
  title: '登录',
  lead: '企业 {enterprise} 的所有者可在此查看谁在使用用户许可证以及原因。',
  'with-github': '使用 GitHub 登录',
  'with-token': '使用 personal access token 登录',
  token: 'Personal access token (classic)',
  'token-hint': '需要 {scope} 作用域。它最多在此浏览器的加密 Cookie 中保存八小时。',
  submit: '登录',
  'unknown-token': 'GitHub 无法识别此令牌。请检查是否已完整粘贴，以及是否已过期。',
  not_an_owner:
    '只有企业所有者可以使用具有 read:enterprise 作用域的令牌登录。请让企业所有者将您设为所有者，或使用其他帐户登录。',
  access_denied: 'GitHub 未获准提供您的身份。请重新登录并授权该应用。',
  expired: '登录已过期。请重新登录。',
  github_unavailable: '目前无法向 GitHub 确认您的身份。请稍后重试。',
};
