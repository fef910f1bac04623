/** 文件名的显示: the last step of whatever path a browser sent, without signs that cannot be shown; never used as a path. */
export function shownName(name: string): string {
  const last = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim()
  return last === '' || /^\.+$/.test(last) ? '未命名' : last
}
