/** 规整文字: trimmed, full-width letters, digits and punctuation made half-width, every kind of space one space. For comparing, never for keeping. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim()
}

/** 去掉全部空白的规整文字, the ground on which names, labels and headings are compared. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** 是否含全角数字. */
export function hasFullWidth(text: string): boolean {
  return /[\uff01-\uff5e]/.test(text)
}
