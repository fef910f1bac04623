const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有权限',
  EPERM: '没有权限，或文件正被 Excel、WPS 等程序打开',
  EBUSY: '文件正被别的程序使用，请先关闭它',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘已满',
  EMFILE: '打开的文件太多',
  ENAMETOOLONG: '文件名太长',
}

/** 文件读写失败的句子: what could not be done to which file, and why. Anything that is no error of the file system is a bug and thrown on. */
export function faultOfFile(what: '读' | '写', path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error
  return `${what}不了“${path}”：${REASONS[code] ?? code}`
}
