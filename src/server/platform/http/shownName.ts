/** Returns the display name of a file: the last segment of the path a browser sent, without undisplayable characters; never used as a path. */
export function shownName(name: string): string {
  const last = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim()
  return last === '' || /^\.+$/.test(last) ? '未命名' : last
}
