import type { Translation } from '../catalogue.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: Translation<typeof english> = {
  product: 'License Usage Sync',
  'document-title': '{view} · License Usage Sync',
  enterprise: '企业',
  'signed-in-as': '登录身份',
  'sign-out': '退出登录',
  'sign-out-failed': '您仍处于登录状态：无法连接服务器。请重试。',
  navigation: '视图',
  usage: '使用情况',
  'server-instances': 'Enterprise Server 实例',
  people: '人员',
  findings: '发现项',
  language: '语言',
  theme: '主题',
  'theme-auto': '跟随系统',
  'theme-light': '浅色',
  'theme-dark': '深色',
  'no-such-view': '此地址没有任何内容。',
  'go-to-usage': '转到使用情况',
};
