import type { Translation } from '../catalogue.ts';
import type { controls as english } from '../en/controls.ts';

export const controls: Translation<typeof english> = {
  loading: '正在加载',
  close: '关闭',
  cancel: '取消',
  'dismiss-message': '关闭此消息',
  pages: '页码',
  page: '第 {page} 页',
  previous: '上一页',
  next: '下一页',
};
