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
  'download-started': '下载已开始。',
  preparing: '正在准备',
  'nothing-to-download': '首次合并之前没有可下载的内容。',
};
