import type { MessageLanguage } from '../diagnostics.js';

/** Error codes of the system that users meet, in words. */
const REASONS: Readonly<Record<string, Readonly<Record<MessageLanguage, string>>>> = {
  EACCES: { en: 'no permission', zh: '没有权限' },
  EPERM: { en: 'no permission', zh: '没有权限' },
  EROFS: { en: 'the disk is read-only', zh: '磁盘只读' },
  EISDIR: { en: 'it is a folder', zh: '它是文件夹' },
  ENOTDIR: { en: 'a part of the path is not a folder', zh: '路径中有一段不是文件夹' },
  EEXIST: { en: 'a file of that name is in the way', zh: '已有同名文件' },
  ENOENT: { en: 'the folder does not exist', zh: '文件夹不存在' },
  ENOSPC: { en: 'the disk is full', zh: '磁盘已满' },
  ENAMETOOLONG: { en: 'the name is too long', zh: '文件名太长' },
  ELOOP: { en: 'its links lead in a circle', zh: '链接循环' },
  EBUSY: { en: 'another program is using it', zh: '文件正被其他程序使用' },
  EMFILE: { en: 'too many files are open', zh: '打开的文件过多' },
  EPIPE: { en: 'the program that takes the output has gone', zh: '接收输出的程序已退出' },
};

/** The system's code of a failed operation (`ENOENT`), or the message of an error that has none. */
export function reasonOf(error: unknown): string {
  return codeOf(error) || (error instanceof Error ? error.message : String(error));
}

/** The system's code (`ENOENT`), or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What {@link reasonOf} gave, in words where there are any. */
export function wordReason(reason: string, language: MessageLanguage): string {
  return REASONS[reason]?.[language] ?? reason;
}
