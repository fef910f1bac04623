/** What a writer has to know of the reading of a Word file, and how often it occurred. */
export interface WordNotice {
  readonly what:
    | 'tracked'
    | 'numbers'
    | 'textBoxes'
    | 'tables'
    | 'pictures'
    | 'notes'
    | 'comments'
    | 'embedded'
    | 'lost'
  readonly count: number
}

const SENTENCES: { readonly [W in WordNotice['what']]: (count: number) => string } = {
  tracked: count => `文中有 ${count} 处修订痕迹，已按“接受全部修订”读取：插入的已收下，删去的没有收`,
  numbers: count => `${count} 个自动编号已写成文字`,
  textBoxes: count => `${count} 个文本框里的文字放在所在段落之后，请看位置是否合适`,
  tables: count => `${count} 个表格已读成文字，一行一段`,
  pictures: count => `${count} 张图片没有收下，述职报告只收文字`,
  notes: count => `${count} 个脚注或尾注放在文末`,
  comments: count => `${count} 条批注没有收下`,
  embedded: count => `文中嵌入了 ${count} 份别的文件，没有读取；请把其中的文字复制过来`,
  lost: count => `有 ${count} 个字符没有读到（可能在图形、公式或控件里）；请对照原稿补上`,
}

/** Returns the Chinese sentence of a notice. */
export function describeWordNotice({ what, count }: WordNotice): string {
  return SENTENCES[what](count)
}
