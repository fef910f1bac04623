import type { PaperFinding } from '../../contract/documents/paperFinding.ts'

/** Describes an error of the library that reads templates: the place as the text beside it, and what to do. */
export function describeTemplateError(properties: Readonly<Record<string, unknown>>): PaperFinding {
  const id = String(properties['id'] ?? '')
  const tag = String(properties['xtag'] ?? properties['openingtag'] ?? '').slice(0, 60)
  const context = String(properties['context'] ?? tag).slice(0, 60)
  const [what, remedy] = (SENTENCES[id] ?? OTHER)(tag, String(properties['closingtag'] ?? ''))
  return {
    weight: 'fault',
    where: `${partName(String(properties['file'] ?? ''))}，“${context}”附近`,
    what,
    remedy,
  }
}

type Sentence = (tag: string, closing: string) => readonly [what: string, remedy: string]

const OTHER: Sentence = tag => [`读到“${tag}”时出错`, '请对照随软件提供的模板，改正这里的占位符后再上传']

const SENTENCES: Readonly<Record<string, Sentence>> = {
  unopened_tag: tag => [`“${tag}}”只有右花括号，没有左花括号`, '请在名字前面补上半角的“{”'],
  unclosed_tag: tag => [`“{${tag}”只有左花括号，没有右花括号`, '请在名字后面补上半角的“}”'],
  duplicate_open_tag: tag => [`“${tag}”有两个左花括号`, '请只留一个半角的“{”'],
  duplicate_close_tag: tag => [`“${tag}”有两个右花括号`, '请只留一个半角的“}”'],
  unopened_loop: tag => [`有结束的{/${tag}}，没有开头的{#${tag}}`, `请在重复内容的前面补上{#${tag}}`],
  unclosed_loop: tag => [`有开头的{#${tag}}，没有结束的{/${tag}}`, `请在重复内容的后面补上{/${tag}}`],
  closing_tag_does_not_match_opening_tag: (tag, closing) => [
    `开头是{#${tag}}，结束却是{/${closing}}`,
    '请把开头和结束写成同一个名字；几层重复的，里面的先结束',
  ],
  loop_position_invalid: tag => [
    `{#${tag}}和{/${tag}}一个在表格里、一个在表格外`,
    '请把两个都放在表格的同一行，或者都单独成段放在表格外面',
  ],
  unbalanced_loop_tags: tag => [
    `{#${tag}}和{/${tag}}不在同一个表格行里`,
    '请把两个放在表格的同一行，或者都单独成段',
  ],
  raw_xml_tag_should_be_only_text_in_paragraph: tag => [`{@${tag}}是不支持的写法`, `请写成{${tag}}`],
  malformed_xml: () => ['文件内部的结构不完整', '请用 Word 或 WPS 打开后另存一份再上传'],
  file_has_invalid_xml: () => ['文件内部的结构不完整', '请用 Word 或 WPS 打开后另存一份再上传'],
}

/** Names a part of a .docx for a reader. */
export function partName(file: string): string {
  if (/header/.test(file)) return '页眉'
  return /footer/.test(file) ? '页脚' : '正文'
}
