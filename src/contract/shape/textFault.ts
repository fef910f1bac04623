import { type FaultSentence, say } from '../scheme/faultSentence.ts'

/** A text fault: what prevents a file from being read as text or as YAML, before its content is checked. */
export type TextFault = { readonly [C in TextFaultCode]: TextFaultOf<C> }[TextFaultCode]

/** A text fault with the given code. */
interface TextFaultOf<C extends TextFaultCode> {
  readonly code: C
  readonly values: TextFaultValues[C]
  readonly severity: 'fault' | 'warning'
}

/** Code of a text fault. */
export type TextFaultCode = keyof TextFaultValues

type Nothing = Readonly<Record<never, never>>

/** Values of each code. */
export interface TextFaultValues {
  readonly pathMissing: Nothing
  readonly pathUnreadable: { readonly reason: string }
  readonly folderWithoutScheme: { readonly wanted: string }
  readonly fileEmpty: Nothing
  readonly fileTooLarge: { readonly bytes: number; readonly most: number }
  readonly fileNotText: Nothing
  readonly fileNotUtf8: { readonly looks: 'gbk' | 'utf16' | 'unknown' }
  readonly fileHasBom: Nothing
  readonly yamlSyntax: {
    readonly reason: string
    /** The usual slip found near the error, and its line. */
    readonly slip?: keyof typeof SLIPS
    readonly line?: number
  }
  readonly yamlTab: Nothing
  readonly yamlKeyTwice: { readonly key: string; readonly line: number }
  readonly yamlKeyForbidden: { readonly key: string }
  readonly yamlTooDeep: { readonly most: number }
  readonly yamlAliasBomb: { readonly most: number }
  readonly yamlAliasUnknown: { readonly name: string }
  readonly yamlAliasCircle: { readonly name: string }
  readonly yamlTag: { readonly tag: string }
  readonly yamlManyDocuments: Nothing
  readonly yamlNotFields: { readonly found: string }
  readonly otherFormat: { readonly name: string }
  readonly keyInTwoFiles: { readonly key: string; readonly other: string }
}

/** What is usually wrong on a line, and what to do. */
const SLIPS = {
  colon: '有全角冒号“：”，改成半角冒号加空格',
  comma: '有全角逗号“，”，改成半角逗号加空格',
  brace: '的花括号不成对，补上缺的“{”或“}”',
  bracket: '的方括号不成对，补上缺的“[”或“]”',
  quote: '的引号不成对，补上缺的一个',
} as const

/** Chinese sentences for the text fault codes. */
export const textFaultSentences: {
  readonly [C in TextFaultCode]: (values: TextFaultValues[C]) => FaultSentence
} = {
  pathMissing: () => say('没有这个文件或文件夹', '核对路径'),
  pathUnreadable: ({ reason }) =>
    say(`读不出来（${UNREADABLE[reason] ?? reason}）`, '核对文件权限，或换一个位置再试'),
  folderWithoutScheme: ({ wanted }) =>
    say(`文件夹里没有 ${wanted}`, `方案文件夹里要有 ${wanted}，评分细则可另放在 rubric.yaml`),
  fileEmpty: () => say('文件是空的', '确认选对了文件，或写上内容'),
  fileTooLarge: ({ bytes, most }) =>
    say(`文件有 ${mib(bytes)} MiB，超过上限 ${mib(most)} MiB`, '方案不会这么大，确认选对了文件'),
  fileNotText: () => say('不是文本文件', '方案是 YAML 或 JSON 文本，确认选对了文件'),
  fileNotUtf8: ({ looks }) =>
    say(`文件不是 UTF-8 编码${LOOKS[looks]}，从这一行起读不出来`, '用记事本等打开，另存为 UTF-8 编码'),
  fileHasBom: () => say('文件开头有 BOM 标记，已略过', '另存为不带 BOM 的 UTF-8，免得别的软件读错'),
  yamlSyntax: ({ reason, slip, line }) =>
    say(
      `YAML 写法有误：${reason}`,
      slip === undefined ? '检查这里和上一行的缩进、冒号、括号和引号' : `第 ${line} 行${SLIPS[slip]}`,
    ),
  yamlTab: () => say('缩进用了制表符（Tab）', '改用空格缩进'),
  yamlKeyTwice: ({ key, line }) => say(`“${key}”在同一处写了两次，前一次在第 ${line} 行`, '只留一个'),
  yamlKeyForbidden: ({ key }) => say(`不能用“${key}”作名称`, '换一个名称'),
  yamlTooDeep: ({ most }) => say(`内容嵌套太深，超过 ${most} 层`, '检查括号和缩进'),
  yamlAliasBomb: ({ most }) => say(`别名（*名）展开后超过 ${most} 项`, '不用别名，直接写出内容'),
  yamlAliasUnknown: ({ name }) =>
    say(`别名“*${name}”没有对应的内容（&${name}）`, '直接写出内容；文字以 * 开头的要加引号'),
  yamlAliasCircle: ({ name }) => say(`别名“*${name}”指向包含它自己的内容`, '直接写出内容'),
  yamlTag: ({ tag }) => say(`不能用类型标记“${tag}”`, '去掉这个标记；文字以 ! 开头的要加引号'),
  yamlManyDocuments: () => say('一个文件里写了几份文档（用 --- 隔开）', '只留一份，或分成几个文件'),
  yamlNotFields: ({ found }) =>
    say(`文件内容应是“名称: 值”的集合，现在是${found}`, '对照已有的方案改正；冒号要用半角，后面空一格'),
  otherFormat: ({ name }) =>
    say(`这是${name}，不是方案`, '换成方案文件夹或方案文件；看看几个文件的位置有没有写反'),
  keyInTwoFiles: ({ key, other }) => say(`“${key}”在 ${other} 里也写了`, '只留一处'),
}

/** Sentences for the error codes of the operating system. */
const UNREADABLE: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限，或正被别的程序打开',
  EBUSY: '正被别的程序使用',
  EISDIR: '这是文件夹',
}

const LOOKS = { gbk: '（像是 GBK）', utf16: '（像是 UTF-16）', unknown: '' } as const

function mib(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
