import type { StyleFault } from './checkStyle.ts'
import type { PaperParagraph } from './readPaper.ts'

const HAN = '[\\u3400-\\u9fff]'

/** Marks that are wrong in Chinese text, with what is right. (GB/T 15834) */
const RULES: readonly (readonly [form: RegExp, what: string, remedy: string])[] = [
  [new RegExp(`${HAN},|,${HAN}`), '汉字旁边用了半角逗号', '请改成“，”'],
  [new RegExp(`${HAN};|;${HAN}`), '汉字旁边用了半角分号', '请改成“；”'],
  [new RegExp(`${HAN}:(?!//)|:${HAN}`), '汉字旁边用了半角冒号', '请改成“：”'],
  [new RegExp(`${HAN}\\?`), '汉字后面用了半角问号', '请改成“？”'],
  [new RegExp(`${HAN}!`), '汉字后面用了半角叹号', '请改成“！”'],
  [new RegExp(`${HAN}\\.(?!\\d|[a-zA-Z])`), '汉字后面用了半角句点', '请改成“。”'],
  [new RegExp(`${HAN}\\(|\\(${HAN}|${HAN}\\)`), '汉字旁边用了半角括号', '请改成“（）”'],
  [/"/, '用了直引号', '请改成“”'],
  [new RegExp(`${HAN} +${HAN}`), '汉字之间有空格', '请删去空格'],
  [/[０-９]/, '用了全角数字', '请改成半角数字'],
  [/[Ａ-Ｚａ-ｚ]/, '用了全角字母', '请改成半角字母'],
  [/[，。；：、]{2,}/, '标点重复', '请只留一个'],
  [/\.{3,}|。{3,}|(?<!…)…(?!…)/, '省略号不是六个点', '请写成“……”'],
  [/》、《|”、“/, '书名号或引号之间用了顿号', '并列的书名号、引号之间不用顿号'],
  [
    /[（(][^（）()]*(?<![一二三四五六七八九十])[（(][^（）()]*[）)]/,
    '括号里又套了同样的括号',
    '里面一层请换成方括号，或改写',
  ],
]

/** Checks punctuation, digits and spaces, in tables too. */
export function* checkPunctuation(paragraphs: readonly PaperParagraph[]): Generator<StyleFault> {
  for (const { nth, text } of paragraphs) {
    for (const [form, what, remedy] of RULES) {
      const found = form.exec(text)
      if (found === null) continue
      const near = text.slice(Math.max(0, found.index - 6), found.index + 8).trim()
      yield { where: `第${nth}段“${near}”`, what, remedy }
    }
  }
}
