import { expect, test } from 'vitest'
import type { RefusalCode, RefusalValues } from '../../domain/kernel/refusal.ts'
import { refusalSentences } from './refusalSentences.ts'

/** Values and a piece of the sentence that they must show. */
type Sample<C extends RefusalCode> = readonly [values: RefusalValues[C], shown: string]

const place = { line: 3, column: 7 }

const samples: { readonly [C in RefusalCode]?: Sample<C> } = {
  fileEmpty: [{}, '空'],
  fileTooLarge: [{ bytes: 300 * 1024 * 1024, most: 256 * 1024 * 1024 }, '300 MiB，超过可读入的上限 256 MiB'],
  notWorkbook: [{ seems: 'pdf' }, 'PDF 文件'],
  tableHeadingsMissing: [{ wanted: '题干、答案' }, '没有找到这样的表头：题干、答案'],
  tableRowsTooMany: [{ most: 2000 }, '最多导入2000行'],
  workbookIsPage: [{ kind: 'html' }, '这是网页，只是扩展名'],
  workbookOldXls: [{}, '.xls'],
  workbookEncrypted: [{}, '打开密码'],
  workbookPartMissing: [{ part: 'xl/workbook.xml' }, 'xl/workbook.xml'],
  zipTruncated: [{}, '不完整'],
  zipBroken: [{ part: 'a.xml', what: 'checksum' }, '“a.xml”已损坏（校验和不符）'],
  zipBomb: [
    { what: 'ratio', part: 'a.xml', found: 999, most: 250 },
    '“a.xml”：压缩比太高，999 倍，上限 250 倍',
  ],
  xmlBroken: [{ part: 'a.xml', what: 'doctype' }, '文档类型声明'],
  notText: [{ seems: 'image' }, '图片'],
  notUtf8: [{}, 'UTF-8'],
  looksLikeCsv: [{}, 'CSV'],
  jsonBroken: [{ ...place, found: '“,”' }, '第3行第7列处遇到“,”'],
  yamlTooLarge: [{ bytes: 5 * 1024 * 1024, most: 4 * 1024 * 1024 }, '5 MiB，超过上限 4 MiB'],
  yamlBroken: [{ ...place, wrong: '缩进不齐', remedy: '对齐' }, '第3行第7列：缩进不齐；请对齐'],
  keyTwice: [{ ...place, key: 'cycle' }, '“cycle”在同一处写了两次'],
  forbiddenKey: [{ ...place, key: '__proto__' }, '__proto__'],
  tooDeep: [{ ...place, most: 64 }, '64 层'],
  mappingExpected: [{ found: '列表' }, '实际是列表'],
  listExpected: [{ found: '空' }, '实际是空'],
  formatMissing: [{ expected: 'hengping-facts/1' }, '不像是事实文件；请确认选对了文件'],
  formatUnknown: [{ found: 'x', expected: 'hengping-facts/1' }, '“x”，应为“hengping-facts/1”'],
  keyUnknown: [{ key: 'findigns', nearest: 'findings' }, '是否指“findings”'],
  fieldMissing: [{ field: 'count' }, '缺少“count”'],
  wrongShape: [{ wrong: '这里应是列表', remedy: '按格式改正' }, '这里应是列表；请按格式改正'],
  noSheetOfFacts: [{ first: '单位名册' }, '没有“单位名册”等填报用的表'],
  sheetMissing: [{ sheet: '台账', nearest: '台帐' }, '缺少工作表“台账”（是否指“台帐”）'],
  headingMissing: [{}, '没有表头'],
  headingNotFirst: [{ row: 3 }, '现在在第3行'],
  headingMerged: [{ range: 'A1:B1' }, 'A1:B1'],
  columnMissing: [{ column: '次数' }, '缺少“次数”列；'],
  columnTwice: [{ column: '次数', first: 'D列' }, '另一列在 D列'],
  mergedCells: [{ range: 'A2:A5' }, '合并单元格 A2:A5'],
  strayRow: [{ found: '填表人' }, '“填表人”'],
  cellEmpty: [{}, '必填'],
  tableFooter: [{ found: '合计' }, '“合计”是合计或落款'],
  textBroken: [{ isNul: true, path: 'findings[0].note' }, 'findings[0].note：文字中含有空字符'],
  numberRounded: [{ found: '433101199001011300' }, '“433101199001011300”超过15位'],
  dayAsNumber: [
    { found: '43480', day: '2019年1月15日', write: '2019-01-15' },
    '“43480”是日期的序号，即2019年1月15日',
  ],
  cellError: [{ error: '#REF!' }, '#REF!'],
  formulaWithoutValue: [{ formula: 'A1+B1' }, '“=A1+B1”没有存下'],
  cellWrongKind: [{ expected: 'number', found: '三次' }, '这里应填数字，实际是“三次”'],
  percentUnexpected: [{ found: '50%' }, '百分数“50%”'],
  tooManyDecimals: [{ found: '1.2345' }, '“1.2345”的小数超过三位'],
  textTooLong: [{ length: 5000, most: 4000 }, '5000 个字符，超过上限 4000'],
  tookFullWidth: [{ found: '３', taken: '3' }, '全角的“３”已按 3'],
  tookTextNumber: [{ found: '3', taken: '3' }, '文字形式的数字'],
  tookFormula: [{ formula: '1+2' }, '“=1+2”已按'],
  tookPercent: [{ found: '95%', taken: '95' }, '百分数“95%”已按 95'],
  tookPeriodOfDate: [{ found: '2018-09-01', taken: '2018年9月' }, '期间“2018年9月”'],
  formatRounds: [{ shown: '16%', taken: '15.5%' }, '显示为“16%”，是四舍五入的；已按“15.5%”'],
  formatRare: [{ taken: '0.2' }, '已按“0.2”读入，请核对'],
  tookHeading: [{ column: '说明' }, '已当作“说明”列'],
  hiddenRow: [{ sheet: '台账' }, '隐藏的行，已照常读入'],
  hiddenColumn: [{}, '隐藏的列，已照常读入'],
  hiddenSheet: [{ sheet: '台账' }, '隐藏的工作表，已照常读入'],
  passedHiddenSheet: [{ sheet: '旧' }, '隐藏的工作表，没有读入'],
  passedSheetOfList: [{ sheet: '二', wanted: '姓名' }, '没有表头姓名'],
  passedColumn: [{ column: '审核' }, '“审核”列不在模板中'],
  passedSheet: [{ sheet: '草稿' }, '“草稿”不在模板中'],
  cycleAssumed: [{ cycle: 2018 }, '2018年度'],
}

test.each(Object.keys(samples) as RefusalCode[])('%s says its values', code => {
  const [values, shown] = samples[code] as Sample<RefusalCode>
  const say = refusalSentences[code] as (values: RefusalValues[RefusalCode]) => string
  expect(say(values)).toContain(shown)
  expect(say(values)).not.toMatch(/undefined|\[object|NaN/)
})

test('every kind of bomb and every expected cell has a sentence', () => {
  const bomb = refusalSentences.zipBomb
  expect(bomb({ what: 'entries', found: 9, most: 4 })).toContain('部件太多，9 个，上限 4 个')
  expect(bomb({ what: 'total', part: 'a', found: 2 * 1024 * 1024, most: 1024 * 1024 })).toContain(
    '2 MiB，上限 1 MiB',
  )
  expect(bomb({ what: 'overlap', part: 'a', found: 2, most: 1 })).toContain('共用同一段数据')
  expect(bomb({ what: 'part', part: 'a', found: 1024 * 1024, most: 0 })).toContain('一个部件解压后太大')
  expect(refusalSentences.xmlBroken({ part: 'a', what: 'something' })).toContain('something')
  expect(refusalSentences.notWorkbook({ seems: 'something' })).toContain('something')
})
