/** Returns a name for a file in an archive, without the characters that file systems refuse. */
export function plainFileName(name: string): string {
  return name.replace(/[\\/:*?\u0022<>|]/g, '＿')
}
