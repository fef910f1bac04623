import type { ReadingNoticeValues, ReadingRefusalValues } from '../../domain/kernel/readingRefusals.ts'
import { formatName } from './fileFormats.ts'
import { nearestHint } from './nearestHint.ts'

const SEEMS: Readonly<Record<string, string>> = {
  text: '纯文本（例如改了扩展名的 CSV）',
  pdf: 'PDF 文件',
  image: '图片',
  archive: '别的压缩包',
  binary: '无法识别的二进制文件',
  zip: '普通压缩包',
  word: 'Word 文档',
  slides: '演示文稿',
  openDocument: 'OpenDocument 文件（.ods 等）',
  xlsb: 'Excel 二进制工作簿（.xlsb）',
  oldWord: '旧版 Word 或 WPS 文字文件（.doc、.wps）',
  oldOffice: '旧版 Office 或 WPS 文件（.et 等）',
  empty: '空文件',
  ole: '旧版 Office 文件',
}

const ZIP_FAULT = {
  twice: '同一部件出现两次',
  method: '用了不认识的压缩方法',
  data: '压缩数据已损坏',
  checksum: '校验和不符',
} as const

const BOMB = {
  entries: '部件太多',
  overlap: '多个部件共用同一段数据',
  part: '一个部件解压后太大',
  total: '全部部件解压后太大',
  ratio: '压缩比太高',
} as const

const XML_FAULT: Readonly<Record<string, string>> = {
  doctype: '带有文档类型声明',
  tag: '标签写法有误',
  unclosed: '标签没有配对',
  tooLong: '一段文字过长',
  encoding: '文字编码有误',
  rowNumber: '行号有误',
  cellReference: '单元格地址有误',
  stringNumber: '引用了不存在的文字',
}

const CELL_KIND = {
  number: '数字',
  text: '文字',
  date: '日期（如 2018-12-21 或 2018年12月21日）',
  quarter: '季度（1 到 4，或第一季度）',
  period: '期间（2018年、2018年第三季度或2018年9月）',
  yesNo: '“是”或“否”',
  marks: '评价，如 95×3、88 或 优秀×2',
  year: '年度（如 2018）',
} as const

const wanted = (format: string): string => formatName(format) ?? `格式为“${format}”的文件`

const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`

/** Chinese sentences for the refusals of reading a file. */
export const readingSentences: {
  readonly [C in keyof ReadingRefusalValues]: (values: ReadingRefusalValues[C]) => string
} = {
  fileEmpty: () => '文件是空的，一个字节也没有；请确认选对了文件，或重新导出',
  tableHeadingsMissing: ({ wanted }) =>
    `文件里没有找到这样的表头：${wanted}；请在表格上方写明这些表头（有模板的请下载模板填写）后再上传`,
  tableRowsTooMany: ({ most }) => `一次最多导入${most}行，请分成几个文件`,
  listEmpty: () => '文件里没有可以导入的行，请按模板填写，或按退回的原因改好后重新上传',
  listRefused: ({ total, first }) => `有${total}行不能导入，没有写入任何一行。第一处：${first}`,
  listCellMissing: ({ column }) => `“${column}”没有填`,
  listCellWrong: ({ column, cell, wanted }) => `“${column}”写的是“${cell}”，应当是${wanted}`,
  fileTooLarge: ({ bytes, most }) =>
    `文件有 ${mib(bytes)}，超过可读入的上限 ${mib(most)}；请拆成几个文件，或删去图片等无关内容`,
  notWorkbook: ({ seems }) =>
    `这不是 Excel 工作簿（.xlsx），看起来是${SEEMS[seems] ?? seems}；请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”`,
  workbookIsPage: ({ kind }) =>
    `这是${kind === 'html' ? '网页' : ' XML 表格'}，只是扩展名写成了 .xls 或 .xlsx；请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”`,
  workbookOldXls: () => '这是旧版 Excel 文件（.xls），只改扩展名不行；请打开后另存为“Excel 工作簿（.xlsx）”',
  workbookEncrypted: () => '工作簿设了打开密码，无法读入；请打开后去掉密码再保存',
  workbookPartMissing: ({ part }) => `工作簿缺少部件“${part}”，可能已损坏；请用 Excel 或 WPS 打开后另存一份`,
  zipTruncated: () => '工作簿不完整，像是没有复制完或下载中断；请重新取得文件',
  zipBroken: ({ part, what }) =>
    `工作簿的部件“${part}”已损坏（${ZIP_FAULT[what]}）；请重新取得文件，或用 Excel 打开后另存一份`,
  zipBomb: ({ what, part, found, most }) =>
    `工作簿解压后的规模不正常（${part === undefined ? '' : `“${part}”：`}${BOMB[what]}，${sized(what, found)}，上限 ${sized(what, most)}），为安全起见不读入；请新建工作簿，只粘贴数值`,
  xmlBroken: ({ part, what }) =>
    `工作簿的部件“${part}”内容有误（${XML_FAULT[what] ?? what}）；请用 Excel 或 WPS 打开后另存一份`,
  notText: ({ seems }) =>
    `这不是 JSON、YAML 或 Excel 工作簿，看起来是${SEEMS[seems] ?? seems}；请确认选对了文件`,
  notUtf8: () => '文件不是 UTF-8 编码（可能是 GBK）；请用记事本等另存为 UTF-8 编码',
  looksLikeCsv: () => '文件看起来是 CSV 表格；事实请填在模板工作簿（.xlsx）里，或写成 JSON、YAML',
  jsonBroken: ({ line, column, found }) =>
    `JSON 写法有误：第${line}行第${column}列处遇到${found}；请检查这里及其之前的括号、引号和逗号`,
  yamlTooLarge: ({ bytes, most }) =>
    `YAML 文件有 ${mib(bytes)}，超过上限 ${mib(most)}；这么多内容请用 JSON 或 Excel 工作簿`,
  yamlBroken: ({ line, column, wrong, remedy }) => `第${line}行第${column}列：${wrong}；请${remedy}`,
  keyTwice: ({ line, column, key }) => `第${line}行第${column}列：键“${key}”在同一处写了两次；请只保留一个`,
  forbiddenKey: ({ line, column, key }) => `第${line}行第${column}列：不允许使用键“${key}”；请删去`,
  tooDeep: ({ line, column, most }) => `第${line}行第${column}列：内容嵌套超过 ${most} 层；请检查括号`,
  mappingExpected: ({ found }) => `这里应是“键: 值”的集合，实际是${found}；请按格式改正`,
  listExpected: ({ found }) => `这里应是一个列表，实际是${found}；请按格式改正`,
  formatMissing: ({ expected }) =>
    `文件没有写明格式（format），不像是${wanted(expected)}；请确认选对了文件，确是的请在开头补上 format: ${expected}`,
  formatUnknown: ({ found, expected }) =>
    formatName(found) === undefined
      ? `文件格式写的是“${found}”，应为“${expected}”；请确认选对了文件`
      : `这是${formatName(found)}，这里要的是${wanted(expected)}；请换一个文件`,
  keyUnknown: ({ key, nearest }) => `没有“${key}”这一项${nearestHint(nearest)}；请改正名称或删去`,
  fieldMissing: ({ field }) => `缺少“${field}”；请补上`,
  wrongShape: ({ wrong, remedy }) => `${wrong}；请${remedy}`,
  noSheetOfFacts: ({ first }) =>
    `工作簿里没有“${first}”等填报用的表；请确认选对了文件，空的填报工作簿在“导入与导出”页下载`,
  sheetMissing: ({ sheet, nearest }) =>
    `缺少工作表“${sheet}”${nearestHint(nearest)}；请把表名改回“${sheet}”，或从模板补上（没有内容也要留着表头）`,
  headingMissing: () => '第1行没有表头；请从模板把表头复制回来',
  headingNotFirst: ({ row }) => `表头应在第1行，现在在第${row}行；请删去它上面的行`,
  headingMerged: ({ range }) => `表头里有合并单元格 ${range}；请取消合并，恢复模板的表头`,
  columnMissing: ({ column, nearest }) =>
    `缺少“${column}”列${nearestHint(nearest)}；请把表头改回“${column}”，或从模板补上这一列`,
  columnTwice: ({ column, first }) => `“${column}”列出现了两次（另一列在 ${first}）；请只保留一列`,
  mergedCells: ({ range }) => `这一行在合并单元格 ${range} 里，说不清内容属于哪一行；请取消合并，逐行填写`,
  strayRow: ({ found }) => `这一行没有填任何一列，只在表格以外写了“${found}”；请把它移到“说明”列，或删去`,
  tableFooter: ({ found }) => `“${found}”是合计或落款，不是表中的一行；请删去这一行`,
  cellEmpty: () => '必填的格子是空的；请补上',
  cellError: ({ error }) => `公式的结果是错误值 ${error}；请改正公式，或直接填数值`,
  formulaWithoutValue: ({ formula }) =>
    `公式“=${formula}”没有存下计算结果；请用 Excel 或 WPS 打开、重新计算并保存，或直接填数值`,
  cellWrongKind: ({ expected, found }) => `这里应填${CELL_KIND[expected]}，实际是“${found}”；请改正`,
  textBroken: ({ isNul, path }) =>
    `${path === undefined ? '' : `${path}：`}文字中含有${isNul ? '空字符' : '半个字符'}（看不见，多由别的系统导出时带来）；请删去后重新键入`,
  numberRounded: ({ found }) =>
    `“${found}”超过15位又存成了数字，后几位已失真；请把这一列设为文本格式，重新填写`,
  dayAsNumber: ({ found, day, write }) =>
    `“${found}”是日期的序号，即${day}；请把单元格格式设为日期，或直接写 ${write}`,
  percentUnexpected: ({ found }) => `这里不能填百分数“${found}”；请填不带百分号的数字`,
  tooManyDecimals: ({ found }) => `“${found}”的小数超过三位或数值太大；请最多保留三位小数`,
  textTooLong: ({ length, most }) => `文字有 ${length} 个字符，超过上限 ${most}；请写短一些`,
}

/** Chinese sentences for the notices of reading a file. */
export const readingNotices: {
  readonly [C in keyof ReadingNoticeValues]: (values: ReadingNoticeValues[C]) => string
} = {
  tookFullWidth: ({ found, taken }) => `全角的“${found}”已按 ${taken} 读入`,
  tookTextNumber: ({ found, taken }) => `文字形式的数字“${found}”已按 ${taken} 读入`,
  tookFormula: ({ formula }) => `公式“=${formula}”已按存下的计算结果读入`,
  tookPercent: ({ found, taken }) => `百分数“${found}”已按 ${taken} 读入`,
  tookPeriodOfDate: ({ found, taken }) => `日期“${found}”已按期间“${taken}”读入`,
  passedColumn: ({ column }) => `“${column}”列不在模板中，没有读入`,
  passedSheet: ({ sheet }) => `工作表“${sheet}”不在模板中，没有读入`,
  formatRounds: ({ shown, taken }) => `单元格显示为“${shown}”，是四舍五入的；已按“${taken}”读入，请核对`,
  formatRare: ({ taken }) => `单元格的数字格式不常见，已按“${taken}”读入，请核对`,
  tookHeading: ({ column }) => `已当作“${column}”列读入`,
  hiddenRow: () => '隐藏的行，已照常读入',
  hiddenColumn: () => '隐藏的列，已照常读入',
  hiddenSheet: () => '隐藏的工作表，已照常读入',
  passedHiddenSheet: () => '隐藏的工作表，没有读入；要读入的请先取消隐藏',
  passedSheetOfList: ({ wanted }) => `没有读入：前十行里没有表头${wanted}`,
  cycleAssumed: ({ cycle }) => `没有写考核年度，按方案的${cycle}年度读入`,
}

function sized(what: keyof typeof BOMB, value: number): string {
  if (what === 'part' || what === 'total') return mib(value)
  return what === 'ratio' ? `${value} 倍` : `${value} 个`
}
