import type { Translation } from '../catalogue.ts';
import type { addUsage as english } from '../en/add-usage.ts';

export const addUsage: Translation<typeof english> = {
  title: '添加服务器使用情况',
  lead: '实例的许可证使用情况导出和 all_users.csv，或企业使用的许可证，均按 GitHub 提供的原样添加。文件可以用 gzip 压缩。',
  drop: '将文件拖放到此处',
  'drop-or': '或',
  choose: '选择文件',
  files: '文件',
  'host-name': '实例的主机名',
  'host-name-hint': '用户报告不会说明它来自哪个实例。',
  'host-name-wrong': '请输入主机名，例如 {example}。',
  'host-name-submit': '添加',
  'host-name-wanted': '缺少实例',
  waiting: '等待中',
  sending: '正在上传',
  'sending-file': '上传 {file}',
  reading: '已上传，正在读取',
  'reading-next': '大文件需要几分钟。您可以关闭此窗口：结果会显示在上传列表中。',
  failed: '未上传',
  'no-connection': '无法连接用于上传的存储桶。请检查网络，然后重新上传文件。',
  refused: '用于上传的存储桶未接受文件。请重新上传。',
  again: '重新上传',
  remove: '移除 {file}',
  told: '{file}：{outcome}',
};
