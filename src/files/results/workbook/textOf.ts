/** 公式中的文字, quoted. */
export function textOf(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
