const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹，请核对路径',
  ENOTDIR: '路径中有一段不是文件夹，请核对路径',
  EISDIR: '这是文件夹，请写明是里面的哪个文件',
  EACCES: '没有权限，请换一个位置或请管理员授权',
  EPERM: '没有权限，或文件正被 Excel、WPS 等程序打开',
  EBUSY: '文件正被别的程序使用，请先关闭它',
  EROFS: '磁盘是只读的，请换一个位置',
  ENOSPC: '磁盘已满，请腾出空间',
  EMFILE: '打开的文件太多，请关掉一些程序再试',
  ENAMETOOLONG: '文件名太长，请改短',
}

/** Returns the sentence for a failed read or write: which file, which operation, and why. Rethrows anything that is not a file system error, since that is a bug. */
export function faultOfFile(what: '读' | '写', path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error
  return `${what}不了“${path}”：${REASONS[code] ?? code}`
}
